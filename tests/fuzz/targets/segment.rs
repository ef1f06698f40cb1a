//! Text as the body of a paper: cut, cut again, and every place is one of the text.
#![no_main]

use landtag_annotator::model::segment::{reconcile, segment};
use landtag_annotator::model::text::Body;
use landtag_annotator::model::{Outline, Print};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let body = Body::new(text);
    let (_, outline) = segment(&body, &Print::default());
    check(&body, &outline);
    let again = reconcile(&outline, segment(&body, &Print::default()).1, &Default::default());
    check(&body, &again);
});

fn check(body: &Body, outline: &Outline) {
    for span in outline.spans() {
        assert!(span.is_in(body.as_str()), "{span:?} is no place of the text");
    }
    let mut labels: Vec<&str> = outline.questions().map(|question| question.label.as_str()).collect();
    let count = labels.len();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), count, "two questions with one label");
}
