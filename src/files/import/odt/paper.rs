//! From the parts of a Writer file to its printed lines.

use super::super::archive::Archive;
use super::super::printed::{Failure, Printed};
use super::super::xml::decode;
use super::body::Body;
use super::styles::Styles;

pub(in super::super) fn read(bytes: &[u8]) -> Result<Printed, Failure> {
    let mut archive = Archive::open(bytes)?;
    if part(&mut archive, "META-INF/manifest.xml")?.contains("encryption-data") {
        return Err(Failure::Locked);
    }
    let Some(content) = archive.part("content.xml")? else {
        return Err(Failure::Broken("content.xml is missing".to_owned()));
    };
    let content = decode(&content);
    let common = part(&mut archive, "styles.xml")?;
    let styles = Styles::read(&[&common, &content]);

    let mut body = Body::new(&styles);
    let broken = body.read(&content);
    let mut flow = body.finish();
    if let (true, Some(reason)) = (flow.is_empty(), broken) {
        return Err(Failure::Broken(reason));
    }
    // Of the styles, only heads and feet hold text.
    let mut furniture = Body::new(&styles);
    furniture.read(&common);
    flow.furniture(furniture.finish().lines());
    Ok(flow.finish())
}

/// The characters of a part; none if it is missing.
fn part(archive: &mut Archive, name: &str) -> Result<String, Failure> {
    Ok(decode(&archive.part(name)?.unwrap_or_default()).into_owned())
}
