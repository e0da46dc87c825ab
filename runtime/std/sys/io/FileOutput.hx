package sys.io;

import haxe.Exception;
import haxe.internal.SystemCall;
import haxe.internal.SystemErrors;
import haxe.io.Bytes;
import haxe.io.Error;
import haxe.io.Output;

/**
	A file that is open to write; `File.write` and its like give one. Bytes are held back until many have come together, at the
	latest until `flush`, `seek`, `close`, anything else that the program asks of the system, or its end. What then fails
	throws there.
**/
class FileOutput extends Output {
	static inline final MOST_HELD = 8192;

	final path:String;
	final handle:Int;
	final held:Bytes = Bytes.alloc(MOST_HELD);
	var heldCount:Int = 0;
	var isOpen:Bool = true;

	function new(path:String, handle:Int) {
		this.path = path;
		this.handle = handle;
	}

	override function writeByte(c:Int):Void {
		writeNumber(c, 1);
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw Error.OutsideBounds;
		if (len > MOST_HELD) send(s, pos, len);
		else held.blit(place(len), s, pos, len);
		return len;
	}

	override function writeUInt16(x:Int):Void {
		if (x < 0 || x >= 0x10000) throw Error.Overflow;
		writeNumber(x, 2);
	}

	override function writeUInt24(x:Int):Void {
		if (x < 0 || x >= 0x1000000) throw Error.Overflow;
		writeNumber(x, 3);
	}

	override function writeInt32(x:Int):Void {
		writeNumber(x, 4);
	}

	function writeNumber(x:Int, count:Int):Void {
		var at = place(count);
		for (i in 0...count) held.set(at + (bigEndian ? count - 1 - i : i), x >>> i * 8);
	}

	/** Where among the held bytes the next ones go. **/
	function place(count:Int):Int {
		if (!isOpen) throw new Exception('sys.io.FileOutput.write: $path: ${SystemErrors.textOf("EBADF")}');
		if (heldCount + count > MOST_HELD) flush();
		SystemCall.hold(this);
		heldCount += count;
		return heldCount - count;
	}

	override function flush():Void {
		var count = heldCount;
		heldCount = 0;
		if (count > 0) send(held, 0, count);
	}

	function send(s:Bytes, pos:Int, len:Int):Void {
		request("write").bytes(s, pos, len).perform();
	}

	override function close():Void {
		isOpen = false;
		request("close").perform();
	}

	/** Goes to the position. What is written behind the file's end leaves zeros before it. **/
	public function seek(p:Int, pos:FileSeek):Void {
		var fromStart = pos == SeekCur ? tell() + p : p;
		request("seek").int(fromStart).int(pos == SeekEnd ? 1 : 0).perform();
	}

	/** The position of the next byte. **/
	public function tell():Int {
		return request("tell").perform().int();
	}

	function request(call:String):SystemCall {
		return SystemCall.files("sys.io.FileOutput." + call, call).about(path).int(handle);
	}
}
