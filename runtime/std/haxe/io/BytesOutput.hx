package haxe.io;

/** Gathers what is written to it. **/
class BytesOutput extends Output {
	/** The number of bytes so far. **/
	public var length(get, never):Int;

	final buffer = new BytesBuffer();

	public function new() {}

	function get_length():Int {
		return buffer.length;
	}

	override function writeByte(c:Int):Void {
		buffer.addByte(c);
	}

	override function writeBytes(buf:Bytes, pos:Int, len:Int):Int {
		buffer.addBytes(buf, pos, len);
		return len;
	}

	/** What was written so far. **/
	public function getBytes():Bytes {
		return buffer.getBytes();
	}
}
