import haxe.internal.regexp.Matcher;
import haxe.internal.regexp.Program;
import haxe.internal.regexp.RegexpException;

/** For each three arguments, pattern, flags and text: where the groups are, "none", or what is wrong. **/
class MatchAll {
	static function main() {
		var args = Sys.args();
		for (i in 0...Std.int(args.length / 3)) Sys.println(answer(args[3 * i], args[3 * i + 1], args[3 * i + 2]));
	}

	static function answer(pattern:String, flags:String, text:String):String {
		try {
			var matcher = new Matcher(Program.of(pattern, flags));
			if (!matcher.search(text, 0, text.length)) return "none";
			return [for (group in 0...matcher.groups() + 1) placeOf(matcher, group)].join(" ");
		} catch (e:RegexpException) {
			return 'error ${e.position} ${e.reason}';
		} catch (e:haxe.Exception) {
			return "failed " + e.message;
		}
	}

	static function placeOf(matcher:Matcher, group:Int):String {
		var end = matcher.registers[2 * group + 1];
		return end < 0 ? "-" : matcher.registers[2 * group] + ":" + end;
	}
}
