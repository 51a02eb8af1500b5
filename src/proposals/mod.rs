pub mod rules;
pub mod workflow;
