//! Coefficients of agreement, compared with what other people's libraries computed for the same tables.
//!
//! Published examples are kept here. Three hundred more tables stand beside the checkout, where that is there.

mod support;

use landtag_annotator::model::analysis::agreement::{
    Interval, Ratings, Resampling, Undefined, Value, agreement, pairs, resample, resample_by,
};
use serde_json::Value as Json;
use support::root;

const CLOSE: f64 = 1e-9;

/// A table from rows of digits; a dot is a missing value. Category 1 is the first.
fn table(categories: usize, rows: &[&str]) -> Ratings {
    let coders = rows[0].len();
    let mut ratings = Ratings::new(coders, categories);
    for (document, row) in rows.iter().enumerate() {
        ratings.push(document, row.chars().map(|said| said.to_digit(10).map(|said| said as usize - 1)));
    }
    ratings
}

fn near(found: Value, wanted: f64, within: f64) {
    let found = found.expect("a value");
    assert!((found - wanted).abs() <= within, "{found} is not {wanted}");
}

#[test]
fn krippendorff_2011_four_observers_twelve_units() {
    let rows =
        ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", ".3.."];
    let found = agreement(&table(5, &rows));
    assert_eq!((found.units, found.pairable), (12, 11));
    near(found.alpha, 0.743, 5e-4);
    // Gwet 2014, table 2.10 is about the same data.
    near(found.ac1, 0.77544, 5e-6);
    near(found.fleiss_missing, 0.76117, 5e-6);
}

#[test]
fn cohen_1960_two_judges() {
    // Proportions of table 1, as counts of 100 cases: 25 13 12 / 12 2 16 / 3 15 2.
    let mut ratings = Ratings::new(2, 3);
    for (row, counts) in [[25, 13, 12], [12, 2, 16], [3, 15, 2]].iter().enumerate() {
        for (column, count) in counts.iter().enumerate() {
            (0..*count).for_each(|unit| ratings.push(unit, [Some(row), Some(column)]));
        }
    }
    let found = &pairs(&ratings)[0];
    assert_eq!((found.common, &found.confusion[..3]), (100, &[25, 13, 12][..]));
    near(found.percent, 0.29, CLOSE);
    // Observed .29; chance .50 × .40 + .30 × .30 + .20 × .30.
    near(found.kappa, (0.29 - 0.35) / 0.65, CLOSE);
}

#[test]
fn what_cannot_be_known_is_said() {
    let nothing = agreement(&Ratings::new(2, 3));
    assert_eq!(nothing.alpha, Err(Undefined::NoPairableUnit));
    let all_the_same = agreement(&table(3, &["11", "11", "11"]));
    assert_eq!(all_the_same.alpha, Err(Undefined::NoVariation));
    assert_eq!(all_the_same.fleiss, Err(Undefined::NoVariation));
    near(all_the_same.percent, 1.0, CLOSE);
    // Over three declared tags chance is none: AC1 is the agreement that was seen.
    near(all_the_same.ac1, 1.0, CLOSE);
    let apart = table(3, &["1.", ".2"]);
    assert_eq!(pairs(&apart)[0].kappa, Err(Undefined::NoCommonUnit));
    assert_eq!(agreement(&apart).fleiss, Err(Undefined::NoCompleteUnit));
    assert_eq!(agreement(&table(3, &["1", "2"])).fleiss, Err(Undefined::OneCoder));
}

#[test]
fn few_documents_are_drawn_by_units_and_the_seed_decides() {
    let rows: Vec<String> =
        (0..9).map(|unit| format!("{}{}", unit % 3 + 1, (unit + unit / 6) % 3 + 1)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let few = table(3, &rows);
    let found = resample(&few, 1848);
    assert_eq!(found.drawn, Resampling::Units);
    assert_eq!(found, resample(&few, 1848));
    assert_ne!(found.alpha, resample(&few, 1849).alpha);
    let whole = agreement(&few).alpha.expect("a value");
    let Some(Interval { low, high, .. }) = found.alpha else { panic!("an interval") };
    assert!(low <= whole && whole <= high);
    let more: Vec<&str> = rows.iter().chain(&rows).copied().collect();
    assert_eq!(resample(&table(3, &more), 1848).drawn, Resampling::Documents);
}

/// The tables beside the checkout; none where it stands alone.
fn vectors() -> Option<Json> {
    let text = std::fs::read_to_string(root().join("../shared/agreement/vectors.json")).ok()?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

fn ratings_of(case: &Json, document: impl Fn(usize) -> usize) -> Ratings {
    let rows = case["data"].as_array().expect("rows");
    let coders = rows.iter().map(|row| row.as_array().expect("cells").len()).max().unwrap_or(0);
    let mut ratings = Ratings::new(coders, case["categories"].as_array().expect("names").len());
    for (unit, row) in rows.iter().enumerate() {
        let cells = row.as_array().expect("cells").iter();
        ratings.push(document(unit), cells.map(|cell| cell.as_u64().map(|said| said as usize)));
    }
    ratings
}

fn reason(why: Undefined) -> &'static str {
    match why {
        Undefined::NoPairableUnit => "no_pairable_unit",
        Undefined::NoVariation => "no_variation",
        Undefined::NoCommonUnit => "no_common_unit",
        Undefined::NoCompleteUnit => "no_complete_unit",
        Undefined::OneCoder => "one_coder",
    }
}

/// Whether a value is the expected one; says where it is not.
fn compare(id: &str, what: &str, found: Value, wanted: &Json, wrong: &mut Vec<String>) -> usize {
    if wanted.is_null() {
        return 0;
    }
    match (found, wanted["value"].as_f64()) {
        (Ok(found), Some(wanted)) if (found - wanted).abs() <= CLOSE => {}
        (Err(why), None) if wanted["undefined"] == reason(why) => {}
        (found, _) => wrong.push(format!("{id} {what}: {found:?}, wanted {wanted}")),
    }
    1
}

#[test]
fn three_hundred_tables_of_other_libraries() {
    let Some(vectors) = vectors() else { return };
    let mut wrong = Vec::new();
    let mut compared = 0;
    for case in vectors["cases"].as_array().expect("cases") {
        let id = case["id"].as_str().expect("an id");
        let ratings = ratings_of(case, |unit| unit);
        let found = agreement(&ratings);
        let wanted = &case["expected"];
        for (what, found, wanted) in [
            ("alpha", found.alpha, &wanted["alpha_nominal"]),
            ("percent", found.percent, &wanted["percent_agreement"]["mean_of_units"]),
            ("fleiss", found.fleiss, &wanted["fleiss_kappa_complete_units"]),
            ("fleiss, missing", found.fleiss_missing, &wanted["fleiss_kappa_generalised_missing"]),
            ("ac1", found.ac1, &wanted["gwet_ac1_declared_tags"]),
        ] {
            compared += compare(id, what, found, wanted, &mut wrong);
        }
        let names = case["categories"].as_array().expect("names");
        for (name, found) in names.iter().zip(&found.alpha_of) {
            let name = name.as_str().expect("a name");
            compared +=
                compare(id, name, *found, &wanted["alpha_one_tag_against_the_rest"][name], &mut wrong);
        }
        for pair in pairs(&ratings) {
            let key = format!("{}-{}", pair.coders[0], pair.coders[1]);
            compared +=
                compare(id, &key, pair.kappa, &wanted["cohen_kappa_pairs"][&key]["kappa"], &mut wrong);
        }
    }
    assert!(compared > 2_000, "only {compared} values were compared");
    assert!(
        wrong.is_empty(),
        "{} of {compared} values differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}

#[test]
fn draws_that_are_given_lead_to_the_same_intervals() {
    let Some(vectors) = vectors() else { return };
    let cases = vectors["cases"].as_array().expect("cases");
    let numbers = |list: &Json| -> Vec<usize> {
        list.as_array().expect("numbers").iter().map(|n| n.as_u64().expect("a number") as usize).collect()
    };
    let mut compared = 0;
    for (list, drawn, places) in [
        ("bootstrap_fixed_indices", Resampling::Units, "indices"),
        ("bootstrap_cluster_fixed_indices", Resampling::Documents, "cluster_indices"),
    ] {
        for vector in vectors[list].as_array().expect("vectors") {
            let case = cases.iter().find(|case| case["id"] == vector["id"]).expect("its table");
            let clusters = vector.get("cluster_of_unit").map(&numbers);
            let ratings = ratings_of(case, |unit| clusters.as_ref().map_or(unit, |of| of[unit]));
            let draws: Vec<Vec<usize>> =
                vector[places].as_array().expect("draws").iter().map(&numbers).collect();
            let mut streams: Vec<_> = draws.iter().map(|draw| draw.iter().copied()).collect();
            let found = resample_by(&ratings, drawn, draws.len(), |draw, _| {
                streams[draw].next().expect("as many places as there are parts")
            });
            let alpha = found.alpha.expect("an interval");
            let wanted = vector["ci95_type7"].as_array().expect("two bounds");
            for (found, wanted) in [alpha.low, alpha.high].iter().zip(wanted) {
                let wanted = wanted.as_f64().expect("a bound");
                assert!((found - wanted).abs() <= CLOSE, "{}: {found} is not {wanted}", vector["id"]);
            }
            assert_eq!(alpha.undefined as u64, vector["undefined"].as_u64().unwrap_or(0), "{}", vector["id"]);
            compared += 1;
        }
    }
    assert!(compared >= 24, "only {compared} were compared");
}
