//! A codebook from a `.qdc`.

use super::codes::gathered;
use super::qde::qdc as parse;
use crate::files::import::format::Format;
use crate::files::import::xml::decode;
use crate::model::{Codebook, CodebookFault, CodebookLabels, Omission, Problem};

/// Reads a codebook of REFI-QDA, and says what of it became something else. Codes that this program wrote are known
/// by their GUIDs: they keep what the format has no room for as `known` has it.
///
/// # Errors
/// It is broken, or it has no codes.
pub fn qdc(
    file: &str,
    bytes: &[u8],
    known: &Codebook,
    labels: [&CodebookLabels; 2],
) -> Result<(Codebook, Vec<Omission>), Problem> {
    let text = decode(bytes);
    let read = parse(text.strip_prefix('\u{feff}').unwrap_or(&text))
        .map_err(|failure| failure.problem(file, Format::Text))?;
    if read.codes.is_empty() {
        let fault = CodebookFault::NoTags;
        return Err(Problem::CodebookBroken { file: file.to_owned(), line: 1, fault });
    }
    let codes = gathered(&read, known, false, labels);
    Ok((codes.codebook, codes.left_out))
}
