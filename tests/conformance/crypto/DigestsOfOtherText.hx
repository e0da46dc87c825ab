// since: 4.3: 4.2.5 takes characters beyond ASCII for bytes here. Expected: the digest of the text's UTF-8.
import haxe.crypto.Sha224;
import haxe.crypto.Sha256;
import haxe.io.Bytes;

class DigestsOfOtherText {
	static function main():Void {
		Sys.println(Sha224.encode("é"));
		Sys.println(Sha224.make(Bytes.ofString("é")).toHex());
		Sys.println(Sha256.encode("é"));
		Sys.println(Sha256.encode("€😀"));
	}
}
