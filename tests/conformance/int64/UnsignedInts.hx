class UnsignedInts {
	static function half(x:Float):Float {
		return x / 2;
	}

	static function main():Void {
		var u:UInt = -1;
		var v:UInt = 5;
		Sys.println(Std.string(u) + " " + v);
		Sys.println("text " + u + ' and $u');
		trace(u);
		Sys.println(Std.string(u + v) + " " + Std.string(v - 6) + " " + Std.string(u * v));
		Sys.println((u / 2) + " " + (v / u < 1e-8));
		Sys.println(Std.string(u % 10) + " " + Std.string(v % 3) + " " + Std.string(u % u));
		Sys.println(Std.string(u >> 4) + " " + Std.string(u >>> 4) + " " + Std.string(u << 4));
		Sys.println(Std.string(u & 255) + " " + Std.string(v | 8) + " " + Std.string(u ^ v) + " " + Std.string(~v));
		Sys.println([u > v, u < v, u >= v, u <= v, u == v, u != v].join(" "));
		Sys.println([u > 5, u < 5, u >= 5, u <= 5, v == 5, v != 5].join(" "));
		Sys.println([u > 1.5, u < 1.5, u >= 1.5, u <= 1.5, 1.5 < u, 1.5 > u, 1.5 <= u, 1.5 >= u].join(" "));
		Sys.println([u == 4294967295.0, u != 4294967295.0, v == 5.0].join(" "));
		Sys.println((u + 0.5) + " " + (0.5 + u) + " " + (u - 0.5) + " " + (0.5 - u) + " " + (u * 2.0));
		Sys.println((u % 2.5) + " " + (7.5 % v) + " " + (u / 2.0) + " " + (10.0 / v));
		Sys.println((u : Float));
		Sys.println((u : Int));
		Sys.println(half(u));
		var f:Float = u;
		Sys.println(f);
		var i:Int = u;
		Sys.println(i);
		var w = u;
		w++;
		Sys.println(Std.string(w));
		w--;
		Sys.println(Std.string(w) + " " + Std.string(w--) + " " + Std.string(--w) + " " + Std.string(++w) + " " + Std.string(w++));
		w += 10;
		Sys.println(Std.string(w));
		w >>= 1;
		w <<= 2;
		w %= 100;
		Sys.println(Std.string(w));
		var hash:UInt = 0x811C9DC5;
		for (c in "game".split("")) hash = (hash ^ c.charCodeAt(0)) * 16777619;
		Sys.println(Std.string(hash) + " " + StringTools.hex(hash));
		var color:UInt = 0xFF336699;
		Sys.println(Std.string(color >> 24) + " " + Std.string(color >> 16 & 0xFF));
		var largest:UInt = 0x80000000;
		Sys.println([largest > 0x7FFFFFFF, largest > v, v > largest].join(" "));
		var many:Array<UInt> = [1, -1];
		Sys.println(Std.string(many[1]) + " " + (many[1] > many[0]));
		for (x in many) Sys.println(Std.string(x));
		for (k in 0...(v : Int)) u -= 1000000000;
		Sys.println(Std.string(u));
		var none:Null<UInt> = null;
		Sys.println(none == null);
	}
}
