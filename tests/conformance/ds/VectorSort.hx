// since: 4.3
import haxe.ds.Vector;

/** What 4.3 added to vectors, and what Haxe 4.2's interpreter lacks. **/
class VectorSort {
	static function main() {
		var v = Vector.fromArrayCopy([3, 1, 2]);
		v.sort((a, b) -> a - b);
		Sys.println(v.join(","));
		v.sort(Reflect.compare);
		Sys.println(v.join(","));
		v.fill(7);
		Sys.println(v.join(","));
		var words = new Vector<String>(2, "-");
		Sys.println(words.join(" "));
		var numbers = new Vector<Int>(3);
		Sys.println(numbers[0] + numbers[1]);
		var flags = new Vector<Bool>(1);
		Sys.println(flags[0]);
		var failed = try {
			Vector.blit(v, 1, v, 0, 3);
			"no";
		} catch (error:Dynamic) "yes";
		Sys.println(failed);
	}
}
