package haxe.internal;

import haxe.io.Bytes;
import haxe.io.BytesBuffer;
import haxe.io.BytesData;
import haxe.io.Output;

/**
	A request to the system that the program runs on: files, processes, the environment. It is the call's name and its
	arguments, each as four bytes of length, -1 for null, and so many bytes, of which a text's last is 0. The reply is a
	byte, 0 where the call succeeded, and its results in the same form, texts without the 0; where it failed, the error's
	POSIX name. `runtime/system` answers under Node, `runtime/native/system_posix.c` natively; a page has no system.
**/
class SystemCall {
	@:intrinsic("host.system") static function send(request:BytesData):Null<BytesData>;

	@:intrinsic("host.onReturn") static function onReturn(settle:Void->Void):Void;

	/** The stream that holds bytes back. There is at most one, so that the system sees all writes in the program's order. **/
	static var holding:Null<Output> = null;

	final api:String;
	final needs:String;
	final request = new BytesBuffer();

	/** What an error is about. **/
	var subject:Null<String> = null;

	/** `api`: the function that the program called. `needs`: what it needs of the system. `call`: the request's name. **/
	public function new(api:String, needs:String, call:String) {
		this.api = api;
		this.needs = needs;
		text(call);
	}

	public static inline function environment(api:String, call:String):SystemCall {
		return new SystemCall(api, "environment", call);
	}

	public static inline function files(api:String, call:String):SystemCall {
		return new SystemCall(api, "file system", call);
	}

	public static inline function processes(api:String, call:String):SystemCall {
		return new SystemCall(api, "processes", call);
	}

	/** A path or a name: a text that errors are about. **/
	public function path(value:String):SystemCall {
		return about(value).text(value);
	}

	public function about(subject:String):SystemCall {
		this.subject = subject;
		return this;
	}

	public function text(value:Null<String>):SystemCall {
		if (value == null) request.addInt32(-1);
		else addText(Bytes.ofString(value));
		return this;
	}

	public function int(value:Int):SystemCall {
		request.addInt32(4);
		request.addInt32(value);
		return this;
	}

	public function float(value:Float):SystemCall {
		request.addInt32(8);
		request.addDouble(value);
		return this;
	}

	public function bytes(value:Bytes, pos:Int, len:Int):SystemCall {
		request.addInt32(len);
		request.addBytes(value, pos, len);
		return this;
	}

	function addText(utf8:Bytes):Void {
		request.addInt32(utf8.length + 1);
		request.add(utf8);
		request.addByte(0);
	}

	/** The stream's `flush` is called before the next request, and when the host gets control, at the program's end too. **/
	public static function hold(stream:Output):Void {
		if (holding == stream) return;
		settle();
		holding = stream;
		onReturn(settle);
	}

	static function settle():Void {
		var stream = holding;
		holding = null;
		stream?.flush();
	}

	/** Null where there is no system. **/
	public function tryPerform():Null<SystemReply> {
		settle();
		var data = send(request.getBytes().getData());
		if (data == null) return null;
		var reply = new SystemReply(Bytes.ofData(data));
		if (!reply.failed) return reply;
		var about = subject == null || subject == "" ? "" : subject + ": ";
		throw new Exception(api + ": " + about + SystemErrors.textOf(reply.text()));
	}

	/** Throws where the call fails, and where there is no system. **/
	public function perform():SystemReply {
		var reply = tryPerform();
		if (reply == null) throw new Exception(api + ": this mode has no " + needs);
		return reply;
	}
}
