//! Schools' programmes on the report's date: activities, targets, stages.

use crate::method::{RoadmapState, TargetState};
use crate::model::date::Date;
use crate::model::programme::{Activity, Stage, Status, Target};

/// The state of an activity on the report's date. Exactly one holds. Without a date nothing is
/// called overdue or due soon, and a term in words is never judged.
pub fn roadmap_state(activity: &Activity<'_>, date: Option<Date>, soon: u16) -> RoadmapState {
    let left = date.zip(activity.due).map(|(date, due)| date.days_until(due));
    let begun = match activity.status {
        Some(Status::Done) => return RoadmapState::Done,
        Some(Status::Cancelled) => return RoadmapState::Cancelled,
        // What nobody has said to be open is not called late.
        None => return RoadmapState::Unknown,
        Some(Status::InProgress) => true,
        Some(Status::Planned) => false,
    };
    match left {
        Some(left) if left < 0 => RoadmapState::Overdue,
        Some(left) if left <= i32::from(soon) => RoadmapState::DueSoon,
        None if activity.due.is_none() && activity.term.is_none() => RoadmapState::NoTerm,
        _ if begun => RoadmapState::InProgress,
        _ => RoadmapState::Planned,
    }
}

/// Whether a target was reached, by its own comparison of exact numbers.
pub fn target_state(target: &Target<'_>) -> TargetState {
    match (target.comparison, target.actual, target.value) {
        (Some(comparison), Some(reached), Some(wanted)) if comparison.holds(reached, wanted) => {
            TargetState::Met
        }
        (Some(_), Some(_), Some(_)) => TargetState::NotMet,
        _ => TargetState::NoData,
    }
}

/// Where a stage lies from the report's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageState {
    /// It has ended.
    Past,
    /// It goes on.
    Now,
    /// It has not begun.
    Ahead,
}

/// Where a stage lies from the report's date, first and last day inside it; `None` if its days or
/// the date do not say.
pub fn stage_state(stage: &Stage<'_>, date: Option<Date>) -> Option<StageState> {
    let date = date?;
    match (stage.starts, stage.ends) {
        (_, Some(ends)) if ends < date => Some(StageState::Past),
        (Some(starts), _) if date < starts => Some(StageState::Ahead),
        (Some(_), Some(_)) => Some(StageState::Now),
        _ => None,
    }
}
