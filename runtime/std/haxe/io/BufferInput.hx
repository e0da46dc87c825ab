package haxe.io;

/** Reads another stream in larger pieces. **/
class BufferInput extends Input {
	/** The stream behind. **/
	public var i:Input;

	/** What was read from it. **/
	public var buf:Bytes;

	/** How many bytes of the buffer are not read yet. **/
	public var available:Int;

	/** Where they start. **/
	public var pos:Int;

	public function new(i:Input, buf:Bytes, pos:Int = 0, available:Int = 0) {
		this.i = i;
		this.buf = buf;
		this.pos = pos;
		this.available = available;
	}

	/** Moves what is left to the start of the buffer and reads more behind it. **/
	public function refill():Void {
		if (pos > 0) {
			buf.blit(0, buf, pos, available);
			pos = 0;
		}
		available += i.readBytes(buf, available, buf.length - available);
	}

	override function readByte():Int {
		if (available == 0) refill();
		available--;
		return buf.get(pos++);
	}

	override function readBytes(buf:Bytes, pos:Int, len:Int):Int {
		if (available == 0) refill();
		var count = len > available ? available : len;
		buf.blit(pos, this.buf, this.pos, count);
		this.pos += count;
		available -= count;
		return count;
	}
}
