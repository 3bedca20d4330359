//! Writes JSON, without a space in it.

use std::fmt::Write;

use super::value::{Json, MAX_DEPTH};

/// Appends the value's text. What is no number in JSON is null. It panics for what nests too deep:
/// the other side would not read it, and to follow it could overflow the stack.
pub fn write(value: &Json, out: &mut String) {
    nested(value, out, MAX_DEPTH);
}

fn nested(value: &Json, out: &mut String, depth: u32) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Signed(value) => display(value, out),
        Json::Unsigned(value) => display(value, out),
        // With a point or an exponent, so that it stays what it is.
        Json::Float(value) if value.is_finite() => display(format_args!("{value:?}"), out),
        Json::Float(_) => out.push_str("null"),
        Json::Text(text) => string(text, out),
        Json::List(_) | Json::Object(_) if depth == 0 => {
            panic!("JSON that nests deeper than {MAX_DEPTH} levels cannot cross")
        }
        Json::List(values) => {
            out.push('[');
            for (index, value) in values.iter().enumerate() {
                separate(index, out);
                nested(value, out, depth - 1);
            }
            out.push(']');
        }
        Json::Object(entries) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                separate(index, out);
                string(key, out);
                out.push(':');
                nested(value, out, depth - 1);
            }
            out.push('}');
        }
    }
}

fn display(value: impl std::fmt::Display, out: &mut String) {
    write!(out, "{value}").expect("text can be appended to");
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\x1f' => display(format_args!("\\u{:04x}", u32::from(c)), out),
            _ => out.push(c),
        }
    }
    out.push('"');
}
