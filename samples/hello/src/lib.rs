//! Greets, on the standard output.

/// Prints a greeting: `Hello name!`
pub fn hello(name: &str) {
    println!("{}", greeting(name));
}

/// Prints a message in a low voice: `(message)`
pub fn whisper(message: &str) {
    println!("{}", aside(message));
}

fn greeting(name: &str) -> String {
    format!("Hello {name}!")
}

fn aside(message: &str) -> String {
    format!("({message})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greets_by_name() {
        assert_eq!(greeting("world"), "Hello world!");
    }

    #[test]
    fn whispers_in_parentheses() {
        assert_eq!(aside("psst"), "(psst)");
    }
}
