//! A codebook as a file: Markdown to read, print and mark up, one language after the other; RON with everything.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::codebook_text::{block, id, inline};
use crate::model::{Codebook, CodebookFormat, CodebookLabels, Facet, Tag, TagPart, Wording};

/// The codebook in a format. `labels` are those of the two languages; the first one leads.
#[must_use]
pub fn codebook(codebook: &Codebook, format: CodebookFormat, labels: [&CodebookLabels; 2]) -> String {
    match format {
        CodebookFormat::Markdown => markdown(codebook, labels),
        CodebookFormat::Ron => ron(codebook),
    }
}

fn ron(codebook: &Codebook) -> String {
    let style = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .escape_strings(false)
        .extensions(Extensions::IMPLICIT_SOME);
    let text = ron::ser::to_string_pretty(codebook, style).expect("plain data has a text");
    format!("// Landtag Annotator codebook.\n{text}\n")
}

fn markdown(codebook: &Codebook, labels: [&CodebookLabels; 2]) -> String {
    let lead = labels[0];
    let mut blocks = vec![format!("# {} {}", lead.title, inline(&codebook.version))];
    let mut facts = vec![fact(lead.version, &inline(&codebook.version))];
    if let Some(since) = codebook.since {
        facts.push(fact(lead.since, &since.to_string()));
    }
    if !codebook.reason.is_empty() {
        facts.push(fact(lead.reason, &inline(&codebook.reason)));
    }
    blocks.push(facts.join("\n"));
    for language in labels {
        blocks.push(format!("## {}", language.language_name));
        in_language(codebook, language, &mut blocks);
    }
    if !codebook.past.is_empty() {
        blocks.push(format!("## {}", lead.past));
        blocks.push(lead.past_left_out.to_owned());
        let past = codebook.past.iter().rev().map(|edition| {
            let since = edition.since.map(|since| format!(", {since}")).unwrap_or_default();
            let reason = if edition.reason.is_empty() { "" } else { ": " };
            format!("- {}{since}{reason}{}", inline(&edition.version), inline(&edition.reason))
        });
        blocks.push(past.collect::<Vec<_>>().join("\n"));
    }
    blocks.join("\n\n") + "\n"
}

fn in_language(codebook: &Codebook, labels: &CodebookLabels, blocks: &mut Vec<String>) {
    if let Some(text) = quoted(&codebook.decision, labels) {
        blocks.extend([format!("### {}", labels.decision), text]);
    }
    blocks.push(format!("### {}", labels.tags));
    for (nth, tag) in codebook.tags.iter().enumerate() {
        blocks.extend(tag_blocks(tag, nth + 1, labels));
    }
    if !codebook.facets.is_empty() {
        blocks.push(format!("### {}", labels.facets));
    }
    for facet in &codebook.facets {
        blocks.extend(facet_blocks(facet, labels));
    }
    if !codebook.boundary_cases.is_empty() {
        blocks.push(format!("### {}", labels.cases));
        let cases = codebook.boundary_cases.iter().enumerate();
        let cases = cases.map(|(nth, case)| numbered(nth + 1, case.written(labels.language)));
        blocks.push(cases.collect::<Vec<_>>().join("\n"));
    }
}

fn tag_blocks(tag: &Tag, key: usize, labels: &CodebookLabels) -> Vec<String> {
    let facets: Vec<String> = tag.facets.iter().map(|facet| id(&facet.0)).collect();
    let facts = [
        fact(labels.id, &id(&tag.id.0)),
        fact(labels.key, &key.to_string()),
        fact(labels.letter, &inline(tag.letter.written(labels.language))),
        fact(labels.colour, (labels.swatch)(tag.swatch)),
        fact(labels.line, (labels.line_style)(tag.line)),
        fact(labels.means, (labels.meaning)(tag.means)),
        fact(labels.needs_facet, if tag.needs_facet { labels.yes } else { labels.no }),
        fact(labels.usual_facets, &facets.join(", ")),
    ];
    let mut blocks = vec![heading(&tag.name, labels), facts.join("\n")];
    for part in TagPart::DEFINITION {
        if let Some(text) = quoted(part.of(tag), labels) {
            blocks.extend([format!("**{}**", (labels.part)(part)), text]);
        }
    }
    blocks
}

fn facet_blocks(facet: &Facet, labels: &CodebookLabels) -> Vec<String> {
    let mut blocks = vec![heading(&facet.name, labels), fact(labels.id, &id(&facet.id.0))];
    blocks.extend(quoted(&facet.definition, labels));
    blocks
}

fn heading(name: &Wording, labels: &CodebookLabels) -> String {
    format!("#### {}", inline(name.written(labels.language))).trim_end().to_owned()
}

fn fact(name: &str, value: &str) -> String {
    format!("- {name}: {value}").trim_end().to_owned()
}

fn quoted(words: &Wording, labels: &CodebookLabels) -> Option<String> {
    let lines = block(words.written(labels.language));
    let quoted: Vec<String> = lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    (!quoted.is_empty()).then(|| quoted.join("\n"))
}

/// An item of a list. A dash says that the text is missing in this language.
fn numbered(nth: usize, text: &str) -> String {
    let lines = match text {
        "" => vec!["–".to_owned()],
        "–" => vec!["&#8211;".to_owned()],
        text => block(text),
    };
    let lines = lines.iter().enumerate().map(|(place, line)| match place {
        0 => format!("{nth}. {line}"),
        _ => format!("   {line}").trim_end().to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
