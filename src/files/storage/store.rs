//! The few things that saving asks of a disk, so that a test can be a disk that fails.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::read_regular;

/// A disk. Everything that has to survive a crash goes through one.
pub trait Store: Debug + Send + Sync {
    /// The bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    fn exists(&self, path: &Path) -> bool;

    /// Writes a new file beside another one, with the rights of that, waits until it is on disk, and returns its
    /// name. Where that fails nothing is left.
    fn write_beside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf>;

    /// Adds to the end of a file that is there, and waits until it is on disk.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Cuts a file back to this length.
    fn cut(&self, path: &Path, length: u64) -> io::Result<()>;

    /// Gives a file a second name, without a moment at which either is half.
    fn keep_as(&self, path: &Path, name: &Path) -> io::Result<()>;

    /// Renames a file, over another one if there is one, and waits until the folder is on disk.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file; one that is not there is gone already.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this computer.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Disk {
    #[must_use]
    pub fn shared() -> Arc<dyn Store> {
        Arc::new(Self)
    }
}

impl Store for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        read_regular(path)
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn write_beside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        if path.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        let mut file = temporary(path)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        let (_, name) = file.keep().map_err(|failed| failed.error)?;
        Ok(name)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().append(true).open(path)?;
        file.write_all(bytes)?;
        file.sync_data()
    }

    fn cut(&self, path: &Path, length: u64) -> io::Result<()> {
        OpenOptions::new().write(true).open(path)?.set_len(length)
    }

    fn keep_as(&self, path: &Path, name: &Path) -> io::Result<()> {
        let passing =
            path.with_file_name(format!(".{}.tmp", name.file_name().unwrap_or_default().to_string_lossy()));
        let _ = fs::remove_file(&passing);
        // A copy where the file system knows no second names.
        if fs::hard_link(path, &passing).is_err() {
            fs::copy(path, &passing)?;
        }
        fs::rename(&passing, name)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        // The rename itself is on disk only once the folder is; not every file system can say so.
        if let Ok(folder) = File::open(folder_of(to)) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// The folder a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// How the temporary files of a file begin, so that what a crash leaves of them is known again.
pub(super) fn passing(path: &Path) -> String {
    format!(".{}-", path.file_name().unwrap_or_default().to_string_lossy())
}

fn temporary(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let begins = passing(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&begins).suffix(".tmp");
    let rights = fs::metadata(path).map(|about| about.permissions()).ok();
    let file = with_usual_rights(&mut builder).tempfile_in(folder_of(path))?;
    if let Some(rights) = rights {
        if rights.readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        file.as_file().set_permissions(rights)?;
    }
    Ok(file)
}

/// A new file gets the rights every new file gets, not the private ones of a temporary file.
#[cfg(unix)]
fn with_usual_rights<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn with_usual_rights<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    builder
}
