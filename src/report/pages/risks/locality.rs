//! Town against village: what differs by more than chance, in a sentence.

use super::super::super::view::{Block, Section};
use super::super::super::{Report, count};
use super::words::Verdict;
use crate::model::number::Share;
use crate::model::risks::{Risk, RiskProfiles};

/// Puts the sentence over a section and into the text of its chart.
fn told(section: Section, finding: Option<String>) -> Section {
    let Some(finding) = finding else { return section };
    let mut section = Section { lead: vec![finding.clone()], ..section };
    for block in &mut section.blocks {
        if let Block::Figure(figure) = block {
            figure.finding.clone_from(&finding);
        }
    }
    section
}

/// The section of all risks: which are more frequent in town or village by more than chance.
pub(super) fn of_all(report: &Report<'_>, profiles: &RiskProfiles, section: Section) -> Section {
    let shares = |risk: &Risk| pair(report, "risk_locality", risk.id.as_str());
    let known = profiles.catalogue().iter().filter_map(|risk| Some((risk, shares(risk)?)));
    let known: Vec<(&Risk, [Share; 2])> = known.collect();
    let verdict = |shares: &[Share; 2]| report.judge(shares[0], shares[1]);
    let further = |(_, [urban, rural]): &&(&Risk, [Share; 2])| {
        let points = urban.change_from(*rural, 4, crate::model::number::Rounding::HalfUp);
        points.units.abs()
    };
    // Of equal ones the first is named, so the search goes backwards.
    let Some((risk, shares)) = known.iter().rev().max_by_key(further) else { return section };
    if shares[0].cmp(&shares[1]).is_eq() {
        return told(section, Some(report.get("risk-locality-all-equal")));
    }
    let largest = difference(report, &report.quoted(&risk.name), *shares);
    let beyond: Vec<String> = known
        .iter()
        .filter(|(_, shares)| matches!(verdict(shares), Verdict::More | Verdict::Less))
        .map(|(risk, _)| report.quoted(&risk.name))
        .collect();
    let list = report.text.list(&beyond);
    let args = [("n", count(beyond.len())), ("list", (&list).into())];
    let rest = match verdict(shares) {
        Verdict::Few => report.get("risk-locality-few"),
        _ => report.say("risk-locality-beyond", &args),
    };
    told(section, Some(format!("{largest} {rest}")))
}

/// The section of one risk: how often it is grave in town and in village.
pub(super) fn of_one(report: &Report<'_>, risk: &Risk, section: Section) -> Section {
    let table = format!("risk_{}_locality", risk.id);
    let Some(shares) = pair(report, &table, "high") else { return section };
    let what = report.get("risk-fact-high");
    let first = difference(report, &what, shares);
    let [urban, rural] = shares;
    let rest = report.get(match report.judge(urban, rural) {
        Verdict::Few => "risk-locality-few",
        Verdict::Equal => "risk-locality-equal",
        Verdict::Ordinary => "risk-locality-ordinary",
        Verdict::More | Verdict::Less => "risk-locality-apart",
    });
    told(section, Some(format!("{first} {rest}")))
}

/// The shares of town and of village schools in a row.
fn pair(report: &Report<'_>, table: &str, row: &str) -> Option<[Share; 2]> {
    let share = |column: &str| report.share_of_cell(table, row, column);
    Some([share("urban")?, share("rural")?])
}

/// ««Высокая доля обучающихся с ОВЗ»: в городе — 3 школы из 22 (14 %), в селе — 8 школ из 20 (40 %).»
fn difference(report: &Report<'_>, what: &str, [urban, rural]: [Share; 2]) -> String {
    let (urban, rural) = (report.schools_of(urban), report.schools_of(rural));
    report.say(
        "risk-locality-shares",
        &[("what", what.into()), ("urban", (&urban).into()), ("rural", (&rural).into())],
    )
}
