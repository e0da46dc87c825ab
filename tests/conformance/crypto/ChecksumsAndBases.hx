import haxe.crypto.Adler32;
import haxe.crypto.Base64;
import haxe.crypto.BaseCode;
import haxe.crypto.Crc32;
import haxe.io.Bytes;
import haxe.io.BytesInput;

class ChecksumsAndBases {
	static function attempt(label:String, action:() -> String):Void {
		try {
			Sys.println(label + ": " + action());
		} catch (e:String) {
			Sys.println(label + " threw " + e);
		}
	}

	static function main():Void {
		// RFC 4648, section 10.
		for (text in ["", "f", "fo", "foo", "foob", "fooba", "foobar"]) {
			var bytes = Bytes.ofString(text);
			Sys.println(Base64.encode(bytes) + " " + Base64.encode(bytes, false) + " " + Base64.urlEncode(bytes));
			Sys.println(Base64.decode(Base64.encode(bytes)).toString() == text);
		}
		Sys.println(Base64.encode(Bytes.ofHex("fbff3f")) + " " + Base64.urlEncode(Bytes.ofHex("fbff3f")));
		Sys.println(Base64.urlEncode(Bytes.ofHex("fbff"), true));
		attempt("decode", () -> Base64.decode("YQ==").toHex());
		attempt("decode without end", () -> Base64.decode("YQ").toHex());
		attempt("decode more ends", () -> Base64.decode("YQ===").toHex());
		attempt("decode strictly", () -> Base64.decode("YQ", false).toHex());
		attempt("decode end strictly", () -> Base64.decode("YQ==", false).toHex());
		attempt("decode wrong", () -> Base64.decode("Y*==").toHex());
		attempt("decode blank", () -> Base64.decode("YW Jj").toHex());
		attempt("decode one", () -> Base64.decode("Y").toHex());
		attempt("url decode", () -> Base64.urlDecode("-_8").toHex());
		attempt("url decode end", () -> Base64.urlDecode("-_8=", true).toHex());
		attempt("url decode other", () -> Base64.urlDecode("+/8").toHex());
		Sys.println(Base64.CHARS.length + " " + Base64.URL_BYTES.get(62) + " " + Base64.BYTES.get(63));
		var all = Bytes.alloc(256);
		for (i in 0...256) all.set(i, i);
		Sys.println(Base64.encode(all));
		Sys.println(Base64.decode(Base64.encode(all)).compare(all));

		attempt("base 16", () -> BaseCode.encode("hey", "0123456789abcdef") + " " + BaseCode.decode("686579", "0123456789abcdef"));
		attempt("base 2", () -> BaseCode.encode("he", "01") + " " + BaseCode.decode("0110100001100101", "01"));
		attempt("base 8", () -> BaseCode.encode("hey", "01234567"));
		attempt("base 8 filled up", () -> new BaseCode(Bytes.ofString("01234567")).encodeBytes(Bytes.ofHex("ffff01ff")).toString());
		attempt("base 8 back", () -> new BaseCode(Bytes.ofString("01234567")).decodeBytes(Bytes.ofString("77777601")).toHex());
		attempt("base 32", () -> new BaseCode(Bytes.ofString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")).encodeString("foobar"));
		attempt("base 256", () -> {
			var turned = Bytes.alloc(256);
			for (i in 0...256) turned.set(i, 255 - i);
			return new BaseCode(turned).encodeBytes(Bytes.ofHex("00ff01")).toHex();
		});
		attempt("base 3", () -> BaseCode.encode("hey", "abc"));
		attempt("base 1", () -> BaseCode.encode("hey", "a"));
		attempt("not in the base", () -> BaseCode.decode("01100102", "01"));

		Sys.println(Crc32.make(Bytes.ofString("123456789")) == 0xCBF43926);
		Sys.println(Crc32.make(Bytes.alloc(0)) + " " + Crc32.make(Bytes.alloc(1)) + " " + Crc32.make(all));
		var crc = new Crc32();
		crc.byte(49);
		crc.update(Bytes.ofString("x23456789x"), 1, 8);
		Sys.println(crc.get() == 0xCBF43926);
		crc.byte(0x1FF);
		Sys.println(crc.get());

		Sys.println(Adler32.make(Bytes.ofString("Wikipedia")) == 0x11E60398);
		Sys.println(Adler32.make(Bytes.alloc(0)) + " " + Adler32.make(all));
		var sums = new Adler32();
		sums.update(Bytes.ofString("xWikipediax"), 1, 9);
		Sys.println(sums.get() + " " + sums.toString());
		Sys.println(sums.equals(Adler32.read(new BytesInput(Bytes.ofHex("11e60398")))));
		Sys.println(sums.equals(new Adler32()) + " " + new Adler32().toString());
		var many = Bytes.alloc(100000);
		many.fill(0, many.length, 255);
		Sys.println(Adler32.make(many) + " " + Crc32.make(many));
	}
}
