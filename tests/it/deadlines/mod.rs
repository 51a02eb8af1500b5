//! Deadlines: what comes too late, what is extended, who is reminded.

mod extension;
mod late;
mod reminders;
mod zones;
