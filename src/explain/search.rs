//! Search: one thing changed at a time, then two, until the walk fits or the bound is reached.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::bodies::{self, style};
use super::case::Case;
use super::change::{Change, Visit, last};
use super::code::FindingCode;
use super::report::Finding;
use super::trial::{Bench, Fit};
use super::{clock, headers, schemes, secrets};
use crate::scheme::same_name;

/// What is wrong with a delivery that was refused.
pub(super) fn findings(bench: &mut Bench, case: &Case) -> Vec<Finding> {
    if let Some(found) = proven(bench, case) {
        return found;
    }
    let header = |name: &str| {
        let (_, value) = bench.headers.iter().find(|(other, _)| same_name(other, name))?;
        String::from_utf8(value.clone()).ok()
    };
    let observed = bodies::observed(bench.body, &header);
    observed.into_iter().map(|(code, evidence)| Finding::likeness(code, evidence)).collect()
}

/// The changes under which the walk fits, and what is then still wrong with the time.
fn proven(bench: &mut Bench, case: &Case) -> Option<Vec<Finding>> {
    if bench.fits(&[]) {
        return Some(meanings(bench, &[]));
    }
    let lists = Lists {
        headers: headers::changes(bench.scheme, &bench.headers),
        secrets: secrets::changes(&bench.keys, case.others, bench.scheme),
        providers: schemes::providers(bench.scheme),
        schemes: schemes::changes(bench.scheme, &bench.headers),
        renamed: schemes::renamed_providers(bench.scheme),
    };
    let mut worthwhile = Vec::new();
    one(bench, case, &lists, &mut worthwhile).or_else(|| two(bench, case, &lists, &worthwhile))
}

/// Everything that is tried, but for bodies, which are made when they are needed.
struct Lists {
    headers: Vec<Change>,
    secrets: Vec<Change>,
    providers: Vec<Change>,
    schemes: Vec<Change>,
    renamed: Vec<Change>,
}

impl Lists {
    /// In the order of likelihood. The provider's own headers come before headers renamed, and a
    /// header written wrongly before a scheme that would read it so.
    fn all(&self) -> impl Iterator<Item = &Change> {
        let Self { headers, secrets, providers, schemes, renamed } = self;
        providers.iter().chain(headers).chain(secrets).chain(schemes).chain(renamed)
    }
}

/// Tries every change alone; leaves those that are worth combining with another body or secret.
fn one<'l>(
    bench: &mut Bench,
    case: &Case,
    lists: &'l Lists,
    worthwhile: &mut Vec<&'l Change>,
) -> Option<Vec<Finding>> {
    for change in lists.all() {
        match bench.fit(&[change]) {
            Fit::Fits => return Some(meanings(bench, &[change])),
            Fit::WellFormed => worthwhile.push(change),
            Fit::Malformed => {}
        }
    }
    let fits =
        |bench: &mut Bench, body: &Change| bench.fits(&[body]).then(|| meanings(bench, &[body]));
    // What is rare is tried alone: beside everything else, it would cost more than it finds.
    with_bodies(bench, case, fits).or_else(|| with_visit(bench, fits, style::each_rare))
}

fn two(
    bench: &mut Bench,
    case: &Case,
    lists: &Lists,
    worthwhile: &[&Change],
) -> Option<Vec<Finding>> {
    let secrets: Vec<&Change> = lists.secrets.iter().collect();
    let headers: Vec<&Change> = lists.headers.iter().collect();
    let schemes: Vec<&Change> = lists.schemes.iter().collect();
    let others = worthwhile.iter().copied().filter(|change| change.keys.is_none()).collect();
    let pairs: [(Vec<&Change>, &[&Change]); 2] = [(others, &secrets), (headers, &schemes)];
    for (ones, others) in pairs {
        for (one, other) in ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)))
        {
            if bench.fits(&[one, other]) {
                return Some(meanings(bench, &[one, other]));
            }
        }
    }
    with_bodies(bench, case, |bench, body| {
        let other = worthwhile.iter().find(|other| bench.fits(&[other, body]))?;
        Some(meanings(bench, &[other, body]))
    })
}

/// Tries every body that is common, until one is found or the bound is reached.
fn with_bodies<F>(bench: &mut Bench, case: &Case, found: F) -> Option<Vec<Finding>>
where
    F: FnMut(&mut Bench, &Change) -> Option<Vec<Finding>>,
{
    let bodies = |arrived: &[u8], visit: &mut Visit| {
        // A text trimmed is what a host's JSON makes of it, too; the simpler reason is the truer one.
        let is_another = |other: &[u8]| other != arrived && style::keeps_all(arrived, other);
        let mut hosts = case.bodies.iter().filter(|(_, bytes)| is_another(bytes));
        bodies::each(arrived, visit)
            && hosts.all(|(evidence, bytes)| {
                visit(FindingCode::BodyRestringified, evidence, bytes.to_vec())
            })
            && style::each(arrived, visit)
    };
    with_visit(bench, found, bodies)
}

/// Tries what `bodies` hands over.
fn with_visit<F, B>(bench: &mut Bench, mut found: F, bodies: B) -> Option<Vec<Finding>>
where
    F: FnMut(&mut Bench, &Change) -> Option<Vec<Finding>>,
    B: FnOnce(&[u8], &mut Visit) -> bool,
{
    let mut result = None;
    let arrived = bench.body;
    bodies(arrived, &mut |code, evidence, other| {
        bench.charge(other.len());
        result = found(bench, &Change::means(code, evidence).body(other));
        result.is_none() && !bench.is_spent()
    });
    result
}

/// What these changes mean, each code once, and what is wrong with the time under them.
fn meanings(bench: &mut Bench, changes: &[&Change]) -> Vec<Finding> {
    bench.keep_content(changes);
    let times = clock::findings(bench, changes);
    let meant = changes.iter().filter_map(|change| change.meaning.clone());
    let meant = meant.map(|(code, evidence)| Finding::proven(code, evidence));
    let meant = weaker(bench, changes).map_or_else(|| meant.collect(), |found| vec![found]);
    let mut found: Vec<Finding> = Vec::new();
    for finding in meant.into_iter().chain(times) {
        if !found.iter().any(|other| other.code == finding.code) {
            found.push(finding);
        }
    }
    found
}

/// Of a header that came in the place of another and fits a weaker hash: one finding, which is no
/// proof, since nobody should be told to read it in the place of the stronger one.
fn weaker(bench: &Bench, changes: &[&Change]) -> Option<Finding> {
    let scheme = last(changes, |change| change.scheme.as_ref())?;
    let warning = schemes::weakness(bench.scheme, scheme.algorithm())?;
    let renamed = last(changes, |change| change.headers.as_ref())?;
    let mut pairs = bench.headers.iter().zip(renamed);
    let ((came, _), (wanted, _)) = pairs.find(|((came, _), (wanted, _))| came != wanted)?;
    let evidence = format!("`{wanted}` is missing, and `{came}` matches. {warning}");
    Some(Finding::likeness(FindingCode::HeaderName, evidence))
}
