package sys.io;

import haxe.internal.SystemCall;
import haxe.io.Bytes;
import haxe.io.Eof;
import haxe.io.Error;
import haxe.io.Input;

/** A file that is open to read; `File.read` gives one. It is read ahead in pieces. **/
class FileInput extends Input {
	static inline final PIECE = 8192;

	final path:String;
	final handle:Int;
	var buffer:Bytes = Bytes.alloc(0);
	var at:Int = 0;

	/** Where in the file the buffer ends. **/
	var end:Int = 0;

	var isAtEnd:Bool = false;

	function new(path:String, handle:Int) {
		this.path = path;
		this.handle = handle;
	}

	override function readByte():Int {
		if (at == buffer.length) fill();
		return buffer.get(at++);
	}

	override function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw Error.OutsideBounds;
		if (len == 0) return 0;
		if (at == buffer.length) fill();
		var count = len < buffer.length - at ? len : buffer.length - at;
		s.blit(pos, buffer, at, count);
		at += count;
		return count;
	}

	function fill():Void {
		buffer = request("read").int(PIECE).perform().bytes();
		at = 0;
		end += buffer.length;
		isAtEnd = buffer.length == 0;
		if (isAtEnd) throw new Eof();
	}

	override function close():Void {
		request("close").perform();
		buffer = Bytes.alloc(0);
		at = 0;
	}

	/** Goes to the position, which may lie behind the file's end. **/
	public function seek(p:Int, pos:FileSeek):Void {
		var fromStart = pos == SeekCur ? tell() + p : p;
		end = request("seek").int(fromStart).int(pos == SeekEnd ? 1 : 0).perform().int();
		buffer = Bytes.alloc(0);
		at = 0;
		isAtEnd = false;
	}

	/** The position of the next byte. **/
	public function tell():Int {
		return end - (buffer.length - at);
	}

	/** Has something been asked for behind the file's end? **/
	public function eof():Bool {
		return isAtEnd;
	}

	function request(call:String):SystemCall {
		return SystemCall.files("sys.io.FileInput." + call, call).about(path).int(handle);
	}
}
