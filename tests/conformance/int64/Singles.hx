// since: 4.3: Haxe's interpreter has no Single. Expected: IEEE arithmetic, rounded to 32 bits where a Single is stored.
class Singles {
	static function same(s:Single):Float {
		return s;
	}

	static function main():Void {
		var s:Single = 1.1;
		Sys.println(s + " " + Std.string(s) + ' $s');
		s += 1;
		Sys.println(s);
		s = s * 2;
		Sys.println(s);
		s++;
		Sys.println(s);
		Sys.println((s > 1) + " " + (s == 1) + " " + (s - 1.5) + " " + -s);
		var array:Array<Single> = [1.1, 2.5];
		array[0] = 0.1;
		array.push(3.3);
		Sys.println(array.join(" "));
		Sys.println(same(16777217) + " " + same(0.1) + " " + same(1e39) + " " + same(1e-50));
		var f:Float = s;
		Sys.println(f + " " + Math.max(s, 2.5) + " " + Std.int(s));
		var none:Null<Single> = null;
		Sys.println(none == null);
		none = 0.3;
		Sys.println(none);
		var o:{x:Single} = {x: 0.7};
		Sys.println(o.x);
	}
}
