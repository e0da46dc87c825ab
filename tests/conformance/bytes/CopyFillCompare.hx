import haxe.io.Bytes;

class CopyFillCompare {
	static function attempt(name:String, action:() -> Void):Void {
		try {
			action();
			Sys.println(name + ": fine");
		} catch (e:haxe.io.Error) {
			Sys.println(name + ": " + e);
		}
	}

	static function order(a:Bytes, b:Bytes):String {
		var c = a.compare(b);
		return c < 0 ? "less" : c > 0 ? "more" : "same";
	}

	static function main():Void {
		var b = Bytes.ofHex("000102030405060708090a0b");
		var c = Bytes.alloc(6);
		c.blit(1, b, 3, 4);
		Sys.println(c.toHex());
		b.blit(2, b, 0, 8);
		Sys.println(b.toHex());
		b.blit(0, b, 2, 8);
		Sys.println(b.toHex());
		b.blit(12, b, 0, 0);
		Sys.println(b.length);
		b.fill(2, 3, 0x1FF);
		Sys.println(b.toHex());
		b.fill(0, b.length, 0);
		Sys.println(b.toHex());
		b.fill(12, 0, 1);

		var part = c.sub(1, 4);
		part.set(0, 0xEE);
		Sys.println(part.toHex() + " " + c.toHex());
		Sys.println(c.sub(6, 0).length);

		attempt("blit past end", () -> b.blit(9, c, 0, 4));
		attempt("blit from past end", () -> b.blit(0, c, 3, 4));
		attempt("blit negative", () -> b.blit(-1, c, 0, 1));
		attempt("blit negative length", () -> b.blit(0, c, 0, -1));
		attempt("blit whole", () -> b.blit(0, c, 0, 6));
		attempt("fill past end", () -> b.fill(10, 3, 0));
		attempt("fill negative length", () -> b.fill(0, -1, 0));
		attempt("sub past end", () -> b.sub(8, 5));
		attempt("sub negative", () -> b.sub(-1, 2));
		attempt("sub far", () -> b.sub(0x7FFFFFFF, 0x7FFFFFFF));

		Sys.println(order(Bytes.ofString("abc"), Bytes.ofString("abd")));
		Sys.println(order(Bytes.ofString("abc"), Bytes.ofString("abc")));
		Sys.println(order(Bytes.ofString("abc"), Bytes.ofString("ab")));
		Sys.println(order(Bytes.ofString("b"), Bytes.ofString("abc")));
		Sys.println(order(Bytes.ofHex("00"), Bytes.ofHex("ff")));
		Sys.println(order(Bytes.alloc(0), Bytes.alloc(0)));
		Sys.println(order(Bytes.alloc(0), Bytes.alloc(1)));
		Sys.println(order(Bytes.ofHex("000102030405060708"), Bytes.ofHex("000102030405060709")));

		Sys.println(Bytes.ofHex("FfaB00").toHex());
		Sys.println(Bytes.ofHex("").length);
		try {
			Bytes.ofHex("abc");
			Sys.println("fine");
		} catch (e:String) {
			Sys.println(e);
		}

		// Many short-lived ones, and large ones: the collector's work.
		var kept = [];
		for (i in 0...2000) {
			var piece = Bytes.alloc(100 + i);
			piece.setInt32(96, i);
			if (i % 100 == 0) kept.push(piece);
		}
		Sys.println(kept.length + " " + kept[19].getInt32(96) + " " + kept[19].length);
		var large = Bytes.alloc(1000000);
		large.fill(0, 1000000, 3);
		var copy = large.sub(1, 999999);
		Sys.println(copy.get(999998) + " " + copy.length + " " + order(copy, large));
	}
}
