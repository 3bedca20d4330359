//! JSON: every value comes back, and what is none is refused.

use runtime_tests::json::Json;
use runtime_tests::{decoded, encoded};

fn read(text: &str) -> Result<Json, String> {
    decoded(&encoded(&text.to_owned())).map_err(|raised| raised.message)
}

fn written(value: &Json) -> String {
    decoded(&encoded(value)).unwrap_or_else(|_| panic!("{value:?} is not text"))
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

#[test]
fn it_reads_what_is_json() {
    for (given, value) in [
        ("null", Json::Null),
        (" true\n", Json::Bool(true)),
        ("false", Json::Bool(false)),
        ("0", Json::Signed(0)),
        ("-0", Json::Float(-0.0)),
        ("-9223372036854775808", Json::Signed(i64::MIN)),
        ("9223372036854775807", Json::Signed(i64::MAX)),
        ("9223372036854775808", Json::Unsigned(1 << 63)),
        ("18446744073709551615", Json::Unsigned(u64::MAX)),
        (
            "18446744073709551616",
            Json::Float(18_446_744_073_709_551_616.0),
        ),
        ("1.0", Json::Float(1.0)),
        ("-12.5e-3", Json::Float(-0.0125)),
        ("1E+2", Json::Float(100.0)),
        ("\"\"", text("")),
        (
            r#""a\"\\\/\b\f\n\r\t\u00e9\ud83e\udd80é🦀""#,
            text("a\"\\/\u{8}\u{c}\n\r\té🦀é🦀"),
        ),
        ("[]", Json::List(vec![])),
        ("[ ]", Json::List(vec![])),
        (
            "[1,\t[\"x\"] , null]",
            Json::List(vec![
                Json::Signed(1),
                Json::List(vec![text("x")]),
                Json::Null,
            ]),
        ),
        ("{}", Json::Object(vec![])),
        (
            "{ \"b\" : 1 , \"a\" : { } }",
            Json::Object(vec![
                ("b".to_owned(), Json::Signed(1)),
                ("a".to_owned(), Json::Object(vec![])),
            ]),
        ),
    ] {
        assert_eq!(read(given), Ok(value), "{given}");
    }
}

#[test]
fn it_refuses_what_is_none() {
    for given in [
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1e999",
        "0x1",
        "NaN",
        "'a'",
        "\"a",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\n\"",
        "\"\0\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[1 2]",
        "]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "1 2",
        "null,",
        "\u{feff}1",
        "\"é\\ué000\"",
    ] {
        let failed = read(given).expect_err(given);
        assert_eq!(
            failed,
            format!("has no valid JSON at byte {}", 4),
            "{given}"
        );
    }
}

#[test]
fn it_nests_so_deep_and_no_deeper() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read(&nested(128)).is_ok());
    assert!(read(&nested(129)).is_err());
    assert!(read(&"[".repeat(1_000_000)).is_err());
    assert!(read(&"{\"a\":".repeat(1_000_000)).is_err());
}

fn nested(depth: u32) -> Json {
    (0..depth).fold(Json::Null, |value, _| Json::List(vec![value]))
}

#[test]
fn it_writes_what_nests_so_deep() {
    assert_eq!(read(&written(&nested(128))), Ok(nested(128)));
}

#[test]
#[should_panic(expected = "JSON that nests deeper than 128 levels cannot cross")]
fn it_writes_nothing_that_nests_deeper() {
    written(&nested(129));
}

#[test]
fn what_it_writes_it_reads() {
    let value = Json::Object(vec![
        ("quotes \" and \\".to_owned(), text("\u{1}\u{1f}\u{7f}\n🦀")),
        (
            "numbers".to_owned(),
            Json::List(vec![
                Json::Signed(-1),
                Json::Unsigned(u64::MAX),
                Json::Float(1.0),
                Json::Float(1e300),
                Json::Float(5e-324),
                Json::Float(0.1),
            ]),
        ),
        (String::new(), Json::Null),
    ]);
    assert_eq!(read(&written(&value)), Ok(value));
    assert_eq!(written(&Json::Float(1.0)), "1.0");
    assert_eq!(written(&Json::Float(f64::NAN)), "null");
    assert_eq!(written(&Json::Float(f64::INFINITY)), "null");
    assert_eq!(
        written(&Json::List(vec![Json::Bool(true), Json::Object(vec![])])),
        "[true,{}]"
    );
}
