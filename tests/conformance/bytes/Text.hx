import haxe.io.Bytes;
import haxe.io.Encoding;

class Text {
	static function main():Void {
		Sys.println(Bytes.ofString("hello").toHex());
		Sys.println(Bytes.ofString("").length);
		Sys.println(Bytes.ofString("aé€😀").toHex());
		Sys.println(Bytes.ofString("aé€😀", UTF8).length);
		Sys.println(Bytes.ofString("a\x00b").toHex());
		var b = Bytes.ofString("one é two");
		Sys.println(b.getString(0, 3));
		Sys.println(b.getString(4, 2));
		Sys.println(b.getString(4, 2, UTF8).length);
		Sys.println(b.getString(b.length, 0).length);
		Sys.println(b.toString());
		Sys.println(Std.string(b));
		Sys.println("text: " + b);
		Sys.println(b.toHex());
		try {
			Sys.println(b.getString(8, 3));
		} catch (e:haxe.io.Error) {
			Sys.println(e);
		}
		try {
			Sys.println(b.getString(-1, 3));
		} catch (e:haxe.io.Error) {
			Sys.println(e);
		}

		// Text in memory: what is written so reads back.
		var raw = Bytes.ofString("aé€😀z", RawNative);
		Sys.println(raw.getString(0, raw.length, RawNative) == "aé€😀z");

		var long = new StringBuf();
		for (i in 0...1000) long.add("ä" + i);
		var text = long.toString();
		var encoded = Bytes.ofString(text);
		Sys.println(text.length + " " + encoded.length);
		Sys.println(encoded.toString() == text);
		Sys.println(encoded.getString(0, 12));
		for (code in [0x7F, 0x80, 0x7FF, 0x800, 0xFFFD]) {
			var char = String.fromCharCode(code);
			Sys.println(Bytes.ofString(char).toHex() + " " + (Bytes.ofString(char).toString() == char));
		}
	}
}
