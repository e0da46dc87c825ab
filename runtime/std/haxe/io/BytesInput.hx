package haxe.io;

/** Reads from bytes. **/
class BytesInput extends Input {
	/** The next byte to read, counted from the first of the bytes. **/
	public var position(get, set):Int;

	/** How many bytes there were to read in all. **/
	public var length(get, never):Int;

	final bytes:Bytes;
	final size:Int;
	var at:Int;
	var left:Int;

	/** Reads `len` bytes from `pos` on; all where they are left out. **/
	public function new(b:Bytes, ?pos:Int, ?len:Int) {
		at = pos == null ? 0 : pos;
		size = len == null ? b.length - at : len;
		if (at < 0 || size < 0 || at > b.length - size) throw Error.OutsideBounds;
		left = size;
		bytes = b;
	}

	function get_position():Int {
		return at;
	}

	/** Outside of 0 to `length` it becomes the nearer of the two. **/
	function set_position(p:Int):Int {
		at = p < 0 ? 0 : p > size ? size : p;
		left = size - at;
		return at;
	}

	function get_length():Int {
		return size;
	}

	override function readByte():Int {
		if (left == 0) throw new Eof();
		left--;
		return bytes.get(at++);
	}

	override function readBytes(buf:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > buf.length - len) throw Error.OutsideBounds;
		if (left == 0 && len > 0) throw new Eof();
		var count = len > left ? left : len;
		buf.blit(pos, bytes, at, count);
		at += count;
		left -= count;
		return count;
	}
}
