//! What `__crate__` is for, in a sentence.

/// Greets `name`.
pub fn greet(name: &str) -> String {
    format!("Hello, {name}! This is Rust.")
}

/// The mean of `values`; nothing if there are none.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    Some(values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greets_by_name() {
        assert_eq!(greet("you"), "Hello, you! This is Rust.");
    }

    #[test]
    fn the_mean_of_nothing_is_nothing() {
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[1.0, 2.0, 6.0]), Some(3.0));
    }
}
