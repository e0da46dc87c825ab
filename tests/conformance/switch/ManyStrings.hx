class ManyStrings {
	static function code(s:String):Int
		return switch (s) {
			case "alpha": 1;
			case "bravo": 2;
			case "charlie": 3;
			case "delta": 4;
			case "echo": 5;
			case "foxtrot": 6;
			case "golf": 7;
			case "hotel": 8;
			case "india": 9;
			case "juliett": 10;
			case "kilo": 11;
			case "lima": 12;
			case "mike": 13;
			case "november": 14;
			case "oscar": 15;
			case "papa": 16;
			case "quebec": 17;
			case "romeo" | "sierra": 18;
			case t if (t.length == 1): -1;
			case _: 0;
		}
	static function main() {
		for (s in ["alpha", "papa", "quebec", "sierra", "z", "zulu", ""]) Sys.println(code(s));
	}
}
