//! What an enum has.

/// What a value has if it is one variant: `variant!(shape, Shape::Circle { 0: f0, .. } => f0)`.
macro_rules! variant {
    ($value:expr, $variant:pat => $parts:expr $(,)?) => {
        match $value {
            $variant => Some($parts),
            #[allow(unreachable_patterns)]
            _ => None,
        }
    };
}

pub(crate) use variant;
