package haxe.io;

/** Reads a text's UTF-8. **/
class StringInput extends BytesInput {
	public function new(s:String) {
		super(Bytes.ofString(s));
	}
}
