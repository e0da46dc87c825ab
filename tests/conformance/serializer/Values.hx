import haxe.Serializer;
import haxe.Unserializer;

/** Numbers, texts, collections, dates and bytes as `haxe.Serializer` writes them, and what is wrong in a text. **/
class Values {
	/** Writes a value, reads that, writes it again. **/
	static function write(v:Dynamic) {
		var text = Serializer.run(v);
		Sys.println(text + (Serializer.run(Unserializer.run(text)) == text ? "" : " does not come back"));
	}

	static function read(text:String) {
		Sys.println(try text + " is " + Unserializer.run(text) catch (e:Dynamic) text + " is wrong: " + e);
	}

	static function main() {
		for (v in ([null, true, false, 0, 1, -1, 2147483647, -2147483648, 1.5, -0.25, 1e100] : Array<Dynamic>)) write(v);
		for (v in [Math.NaN, Math.POSITIVE_INFINITY, Math.NEGATIVE_INFINITY]) write(v);
		for (v in ["", "abc", "a b", "é€😀", "a:b/c?d&e+f%", "\n", "1"]) write(v);
		for (v in [[], [1, 2], [null], [null, null, 1], [null, null, null], [1, null, null, null, 2, null]]) write(v);
		write(["a", "a", "b", "a"]);
		write([["a"], ["a"]]);
		write(([1, "x", [2.5], null, true] : Array<Dynamic>));
		write({a: 1});
		write({a: "a"});
		write({a: {b: [{c: 1}]}});
		write({});
		var list = new List<Int>();
		write(list);
		list.add(1);
		list.add(2);
		write(list);
		write(["k" => 1]);
		write([1 => "x"]);
		write([-5 => null]);
		write(new Map<String, Int>());
		write(new Map<Int, Int>());
		write(["k" => [1 => ["deep"]]]);
		write(haxe.io.Bytes.ofString("hello"));
		for (size in 0...5) write(haxe.io.Bytes.ofString("abcd").sub(0, size));
		var all = haxe.io.Bytes.alloc(256);
		for (i in 0...256) all.set(i, i);
		write(all);
		Sys.println((Unserializer.run(Serializer.run(Date.fromTime(86400000))) : Date).getTime());
		Sys.println(Serializer.run(Date.fromTime(5000)));

		for (text in [
			"z", "n", "i12", "i-7", "d1.5", "d-1e3", "t", "f", "y3:a%20b", "y2:abc", "y1:aR0", "ai1i2h", "au3h", "au2i1h", "oy1:ai1g", "x y", "v2009-02-13 23:31:30"
		]) read(text);
		for (text in ["R0", "r0", "y9:abc", "s4:aGk", "?", " ", "bi1h", "xy1:a", "A", "cy4:Nopeg", "wy4:Nopey1:R:0", "Ay4:Nope", "By4:Nope"]) read(text);
		for (text in ["", "a", "oy1:ai1"]) Sys.println(try Unserializer.run(text) catch (e:Dynamic) "wrong");
		try {
			Serializer.run(() -> 1);
		} catch (e:Dynamic) {
			Sys.println(e);
		}
		var reader = new Unserializer("i1i2y1:aR0");
		for (i in 0...4) Sys.println((reader.unserialize() : Dynamic));
		var writer = new Serializer();
		writer.serialize("a");
		writer.serialize(1);
		writer.serialize("a");
		Sys.println(writer.toString());
		writer.serializeException("broken");
		Sys.println(writer.toString());
		Sys.println(Serializer.USE_CACHE + " " + Serializer.USE_ENUM_INDEX + " " + writer.useCache + " " + writer.useEnumIndex);
	}
}
