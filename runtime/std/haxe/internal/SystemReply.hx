package haxe.internal;

import haxe.io.Bytes;

/** The answer to a `SystemCall`; its parts are read in their order. **/
class SystemReply {
	public final failed:Bool;

	final reply:Bytes;
	var at:Int = 1;

	public function new(reply:Bytes) {
		this.reply = reply;
		failed = reply.get(0) != 0;
	}

	public function text():Null<String> {
		var length = next();
		return length < 0 ? null : reply.getString(at - length, length);
	}

	public function int():Int {
		next();
		return reply.getInt32(at - 4);
	}

	public function float():Float {
		next();
		return reply.getDouble(at - 8);
	}

	public function bytes():Bytes {
		var length = next();
		return reply.sub(at - length, length);
	}

	/** As many texts as the number before them says. **/
	public function texts():Array<String> {
		return [for (i in 0...int()) text()];
	}

	/** Moves behind the next part and gives its length. **/
	function next():Int {
		var length = reply.getInt32(at);
		at += 4;
		if (length > 0) at += length;
		return length;
	}
}
