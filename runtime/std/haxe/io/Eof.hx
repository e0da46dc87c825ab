package haxe.io;

/** Thrown where a stream has no more bytes. **/
class Eof {
	public function new() {}

	public function toString():String {
		return "Eof";
	}
}
