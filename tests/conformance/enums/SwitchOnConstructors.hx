enum Shape {
	Dot;
	Circle(radius:Float);
	Rect(w:Int, h:Int);
}
class SwitchOnConstructors {
	static function area(s:Shape):Float {
		return switch (s) {
			case Dot: 0;
			case Circle(r): r * r * 3;
			case Rect(w, h): w * h;
		}
	}
	static function name(s:Shape):String
		return switch s {
			case Circle(_) | Dot: "round";
			case Rect(w, h) if (w == h): "square";
			case Rect(_, _): "rect";
		}
	static function main() {
		var all = [Dot, Circle(2), Rect(2, 3), Rect(2, 2)];
		for (s in all) Sys.println(name(s) + " " + area(s));
		Sys.println(all[1]);
		Sys.println(Dot == all[0]);
	}
}
