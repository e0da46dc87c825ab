// since: 4.3: the interpreter of 4.2.5 does not survive malformed text. Expected: what the WHATWG's decoder gives.
import haxe.io.Bytes;

class MalformedText {
	static function decoded(hex:String):String {
		var text = Bytes.ofHex(hex).toString();
		return [for (i in 0...text.length) StringTools.hex(text.charCodeAt(i), 4)].join(" ");
	}

	static function main():Void {
		Sys.println(decoded("61ff62"));
		Sys.println(decoded("c3a9"));
		Sys.println(decoded("efbbbf61"));
		Sys.println(decoded("f09f9880"));
		Sys.println(decoded("f48fbfbf"));
		Sys.println(decoded("80"));
		Sys.println(decoded("e08080"));
		Sys.println(decoded("c0af"));
		Sys.println(decoded("e282"));
		Sys.println(decoded("e28261"));
		Sys.println(decoded("eda080"));
		Sys.println(decoded("f4908080"));
		Sys.println(decoded("f09f98"));
		Sys.println(decoded("f09f9861"));
		Sys.println(Bytes.ofString(String.fromCharCode(0xD800)).toHex());
		Sys.println(Bytes.ofString("a" + String.fromCharCode(0xDC00) + "b").toHex());
		Sys.println(Bytes.ofString("a😀", RawNative).toHex());
	}
}
