var ints = [0, 42, 1_000, 0xFF_FF, 0b101, 7i64, 8_u32];
var floats = [1.5, .5, 1., 1e3, 1.5e-3, 2f64];
var strings = ["a\t\"b\"\x41\u0042\u{1F600}", 'it\'s', ''];
var regexps = [~/a\/b\d+/gi, ~/[\n]/];
var maps = ["a" => 1, "b" => 2];
var objects = [{}, {a: 1, "b c": 2,}];
var doubled = [for (i in 0...3) if (i != 1) i * 2];
var indexed = [for (key => value in map) key => value];
