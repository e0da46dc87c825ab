package haxe.internal;

import haxe.io.Bytes;
import haxe.io.Eof;
import haxe.io.Input;
import haxe.io.Output;

/** The streams that a process starts with. **/
class StandardStreams {
	static inline final INPUT = 0;
	static inline final OUTPUT = 1;
	static inline final ERRORS = 2;

	public static final input:Input = new StandardInput();
	public static final output:Output = new StandardOutput("Sys.stdout", OUTPUT);
	public static final errors:Output = new StandardOutput("Sys.stderr", ERRORS);

	/** A terminal gives a key at once; a pipe's bytes may have been read already. **/
	public static function getChar(echo:Bool):Int {
		var call = SystemCall.processes("Sys.getChar", "getChar").int(echo ? 1 : 0);
		try {
			return (cast input : StandardInput).isEmpty() ? call.perform().int() : input.readByte();
		} catch (eof:Eof) {
			return -1;
		}
	}
}

private class StandardInput extends Input {
	static inline final PIECE = 4096;

	var buffer:Bytes = Bytes.alloc(0);
	var at:Int = 0;

	public function new() {}

	public function isEmpty():Bool {
		return at == buffer.length;
	}

	override function readByte():Int {
		fill();
		return buffer.get(at++);
	}

	override function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw haxe.io.Error.OutsideBounds;
		if (len == 0) return 0;
		fill();
		var count = len < buffer.length - at ? len : buffer.length - at;
		s.blit(pos, buffer, at, count);
		at += count;
		return count;
	}

	function fill():Void {
		if (!isEmpty()) return;
		buffer = SystemCall.processes("Sys.stdin", "read").int(0).int(PIECE).perform().bytes();
		at = 0;
		if (isEmpty()) throw new Eof();
	}
}

/** Where there is no system the bytes are printed as text, which every mode can. **/
private class StandardOutput extends Output {
	@:intrinsic("host.print") static function print(text:String):Void;

	@:intrinsic("host.printError") static function printError(text:String):Void;

	final api:String;
	final stream:Int;

	public function new(api:String, stream:Int) {
		this.api = api;
		this.stream = stream;
	}

	override function writeByte(c:Int):Void {
		var one = Bytes.alloc(1);
		one.set(0, c);
		writeBytes(one, 0, 1);
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw haxe.io.Error.OutsideBounds;
		var reply = SystemCall.processes(api, "write").int(stream).bytes(s, pos, len).tryPerform();
		if (reply == null) {
			if (stream == 1) print(s.getString(pos, len));
			else printError(s.getString(pos, len));
		}
		return len;
	}
}
