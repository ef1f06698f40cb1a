//! What a question asks for: the kinds of thing an answer can give.

use serde::{Deserialize, Serialize};

/// One kind of thing that is asked for. A question may ask for several. In the order of their keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Asked {
    Date,
    Number,
    Money,
    /// A name or a place.
    Name,
    /// A list or criteria.
    List,
    YesNo,
    Reason,
    Assessment,
}

impl Asked {
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Number,
        Self::Money,
        Self::Name,
        Self::List,
        Self::YesNo,
        Self::Reason,
        Self::Assessment,
    ];

    /// Its name in tables, which stays in every language.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Number => "number",
            Self::Money => "money",
            Self::Name => "name",
            Self::List => "list",
            Self::YesNo => "yes_no",
            Self::Reason => "reason",
            Self::Assessment => "assessment",
        }
    }
}
