import haxe.io.BufferInput;
import haxe.io.Bytes;
import haxe.io.BytesInput;
import haxe.io.BytesOutput;
import haxe.io.Eof;
import haxe.io.Input;
import haxe.io.Output;
import haxe.io.StringInput;

/** Gives at most two bytes at a time. **/
class Trickle extends Input {
	var next = 0;
	final count:Int;

	public function new(count:Int) {
		this.count = count;
	}

	override function readByte():Int {
		if (next == count) throw new Eof();
		return next++ & 0xFF;
	}

	override function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (next == count && len > 0) throw new Eof();
		return super.readBytes(s, pos, len > 2 ? 2 : len);
	}
}

/** Has only the method that a stream must have. **/
class Countdown extends Input {
	var left:Int;

	public function new(count:Int) {
		left = count;
	}

	override function readByte():Int {
		if (left == 0) throw new Eof();
		return --left;
	}
}

/** Counts what it is given and takes at most three bytes at a time. **/
class Meter extends Output {
	public var bytes = 0;
	public var calls = 0;
	public var closed = false;

	public function new() {}

	override function writeByte(c:Int):Void {
		bytes++;
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		calls++;
		return super.writeBytes(s, pos, len > 3 ? 3 : len);
	}

	override function close():Void {
		closed = true;
	}
}

class Streams {
	static function ends(name:String, action:() -> Dynamic):Void {
		try {
			Sys.println(name + ": " + action());
		} catch (e:Eof) {
			Sys.println(name + ": end");
		} catch (e:haxe.io.Error) {
			Sys.println(name + ": " + e);
		}
	}

	static function main():Void {
		var lines = new StringInput("one\r\ntwo\n\nlast");
		for (i in 0...5) ends("line", () -> lines.readLine());
		ends("carriage return", () -> new StringInput("a\rb\n").readLine().length);
		ends("empty", () -> new StringInput("").readLine());
		ends("only newline", () -> new StringInput("\n").readLine().length);
		ends("until", () -> new StringInput("key=value").readUntil("=".code));
		ends("until missing", () -> new StringInput("key").readUntil("=".code));
		ends("all", () -> new StringInput("hé").readAll().length);
		ends("all in pieces", () -> new StringInput("hello world").readAll(3).toString());
		ends("all of nothing", () -> new StringInput("").readAll().length);
		ends("read", () -> new StringInput("hello").read(4).toString());
		ends("read too many", () -> new StringInput("hello").read(6));
		ends("read none", () -> new StringInput("").read(0).length);
		ends("string", () -> new StringInput("hello").readString(2));
		ends("no bytes", () -> new StringInput("a").readBytes(Bytes.alloc(1), 0, 0));
		ends("bytes outside", () -> new StringInput("a").readBytes(Bytes.alloc(1), 1, 1));
		ends("fewer bytes", () -> new StringInput("abc").readBytes(Bytes.alloc(9), 1, 8));
		ends("no more bytes", () -> {
			var input = new StringInput("a");
			input.readByte();
			input.readBytes(Bytes.alloc(1), 0, 1);
		});

		ends("trickle all", () -> new Trickle(300).readAll().length);
		ends("trickle read", () -> new Trickle(9).read(7).toHex());
		ends("trickle too few", () -> new Trickle(3).read(7));
		ends("trickle at once", () -> new Trickle(9).readBytes(Bytes.alloc(9), 0, 9));
		ends("trickle nothing", () -> new Trickle(0).readBytes(Bytes.alloc(9), 0, 9));
		var full = Bytes.alloc(6);
		new Trickle(9).readFullBytes(full, 1, 4);
		Sys.println(full.toHex());

		ends("countdown", () -> new Countdown(5).readBytes(Bytes.alloc(9), 0, 9));
		ends("countdown at end", () -> new Countdown(0).readBytes(Bytes.alloc(9), 0, 9));
		ends("countdown read", () -> new Countdown(5).read(3).toHex());
		ends("countdown too few", () -> new Countdown(2).read(3).toHex());
		ends("countdown all", () -> new Countdown(2).readAll().toHex());
		ends("countdown line", () -> new Countdown(13).readLine().length);

		var meter = new Meter();
		meter.write(Bytes.alloc(10));
		Sys.println(meter.bytes + " " + meter.calls);
		meter.writeFullBytes(Bytes.alloc(10), 5, 4);
		Sys.println(meter.bytes + " " + meter.calls);
		meter.writeString("né");
		meter.writeInput(new Trickle(5));
		meter.prepare(100);
		meter.flush();
		meter.close();
		Sys.println(meter.bytes + " " + meter.calls + " " + meter.closed);
		var copy = new BytesOutput();
		copy.writeInput(new StringInput("copied text"), 4);
		Sys.println(copy.getBytes().toString());

		var buffered = new BufferInput(new StringInput("hello world"), Bytes.alloc(4));
		Sys.println(buffered.readByte() + " " + buffered.available + " " + buffered.pos);
		Sys.println(buffered.readString(6));
		Sys.println(buffered.readAll().toString());
		ends("buffered end", () -> buffered.readByte());
		var trickled = new BufferInput(new Trickle(5), Bytes.alloc(8));
		Sys.println(trickled.readUInt16() + " " + trickled.available + " " + trickled.readByte());
		trickled.refill();
		Sys.println(trickled.available + " " + trickled.pos);
		var given = new BufferInput(new StringInput("cd"), Bytes.ofString("ab"), 1, 1);
		Sys.println(given.readString(3));
		Sys.println(new Eof() + " " + haxe.io.Error.Custom("why") + " " + haxe.io.Error.Blocked);
	}
}
