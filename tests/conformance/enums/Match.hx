enum Kind {
	None;
	Some(n:Int);
	Two(a:Int, b:String);
	Nested(k:Kind);
}

class Match {
	static function main() {
		var values = [None, Some(1), Some(2), Two(1, "a"), Two(2, "b"), Nested(None), Nested(Some(5)), Nested(Nested(Two(7, "x")))];
		for (v in values) Sys.println(v.match(None));
		for (v in values) Sys.println(v + " " + v.match(Some(_)) + " " + v.match(Some(1)) + " " + v.match(Some(1 | 2)));
		for (v in values) Sys.println(v.match(None | Nested(None | Nested(_))));
		for (v in values) Sys.println(v.match(Two(_, "a" | "b")) + " " + v.match(Two(2, _)));
		Sys.println(Nested(Some(5)).match(Nested(Some(5))));
		Sys.println(if (Some(3).match(Some(3))) "yes" else "no");
		Sys.println(!None.match(Some(_)) && Two(1, "").match(Two(_, "")));
		var count = 0;
		function make():Kind {
			count++;
			return Some(count);
		}
		Sys.println(make().match(Some(1)) + " " + count);
		Sys.println(values.filter(v -> v.match(Some(_) | Two(_))).length);
	}
}
