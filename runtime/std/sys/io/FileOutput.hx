package sys.io;

import haxe.internal.SystemCall;
import haxe.io.Bytes;
import haxe.io.Error;
import haxe.io.Output;

/** A file that is open to write; `File.write` and its like give one. Nothing is held back. **/
class FileOutput extends Output {
	final path:String;
	final handle:Int;
	final number:Bytes = Bytes.alloc(4);

	function new(path:String, handle:Int) {
		this.path = path;
		this.handle = handle;
	}

	override function writeByte(c:Int):Void {
		writeNumber(c, 1);
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw Error.OutsideBounds;
		request("write").bytes(s, pos, len).perform();
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

	/** All bytes of a number with one request. **/
	function writeNumber(x:Int, count:Int):Void {
		for (i in 0...count) number.set(bigEndian ? count - 1 - i : i, x >>> i * 8);
		writeBytes(number, 0, count);
	}

	override function close():Void {
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
