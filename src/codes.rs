//! Closed sets of values that people, the database and URLs know by a short code: states, roles, outcomes.

/// Declares an enum whose variants have codes: stored as the code in the database, written as the code in JSON and URLs,
/// read back by `parse`. `ALL` lists the variants in order.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
            sea_orm::EnumIter, sea_orm::DeriveActiveEnum,
        )]
        #[sea_orm(rs_type = "String", db_type = "Text")]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $code)] #[sea_orm(string_value = $code)] $variant,)*
        }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The short code, as stored and as part of locale keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|v| v.code() == code).ok_or($crate::codes::UnknownCode)
            }
        }
    )*};
}
pub(crate) use codes;

/// The text is the code of no variant.
#[derive(Debug, thiserror::Error)]
#[error("unknown code")]
pub struct UnknownCode;
