//! Deadlines: what comes too late, what is extended, who is reminded, what is answered.

mod late;
