import haxe.Exception;
class GameError extends Exception {
	public var level:Int;
	public function new(message:String, level:Int) {
		super(message);
		this.level = level;
	}
}
class HaxeException {
	static function main() {
		try throw new GameError("boom", 3) catch (e:GameError) Sys.println(e.message + e.level);
		try throw new GameError("boom", 3) catch (e:Exception) Sys.println(e.message);
		try throw "text" catch (e:Exception) Sys.println(e.message);
		try throw 5 catch (e:Exception) Sys.println(e.message);
		try throw new Exception("plain") catch (e) Sys.println(e.message);
		try {
			try throw "deep" catch (e:Exception) throw e;
		} catch (s:String) {
			Sys.println("unwrapped " + s);
		}
		try throw new Exception("as dynamic") catch (e:Dynamic) Sys.println((e : Exception).message);
		Sys.println(new Exception("shown").toString());
	}
}
