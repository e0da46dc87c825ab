import haxe.ds.Either;
import haxe.ds.Option;
import haxe.ds.ReadOnlyArray;
import haxe.ds.Vector;

/** Arrays that do not grow, arrays that cannot be changed, and values that may be missing. **/
class Vectors {
	static function main() {
		vectors();
		blits();
		readOnly();
		optional();
	}

	static function vectors() {
		var v = new Vector<String>(3);
		Sys.println(v.length);
		Sys.println(v[1]);
		v[0] = "c";
		v[1] = "a";
		v.set(2, "b");
		Sys.println(v.get(0) + v[1] + v[2]);
		Sys.println(v.join("/"));
		Sys.println(v.toArray());
		var copied = v.copy();
		copied[0] = "z";
		Sys.println(copied.join(""));
		Sys.println(v.join(""));
		Sys.println(v.map(s -> s + s).join(" "));
		var numbers = Vector.fromArrayCopy([1, 2, 3]);
		numbers[1] += 40;
		numbers[2]++;
		Sys.println(numbers.join(","));
		Sys.println(numbers[0] | numbers[1]);
		Sys.println([for (i in 0...numbers.length) numbers[i] * 2]);
		var sum = 0;
		for (n in numbers) sum += n;
		Sys.println(sum);
		var array = [7, 8];
		var from = Vector.fromArrayCopy(array);
		array[0] = 0;
		Sys.println(from[0]);
		var same = from;
		same[0] = 5;
		Sys.println(from[0]);
		Sys.println(from == same);
		Sys.println(Vector.fromData(from.toData())[0]);
		var grid = new Vector<Vector<Float>>(2);
		for (y in 0...2) {
			grid[y] = new Vector(2);
			for (x in 0...2) grid[y][x] = x + y * 0.5;
		}
		Sys.println(grid[1][1]);
		Sys.println(new Vector<Int>(0).length);
	}

	static function blits() {
		var v = Vector.fromArrayCopy([0, 1, 2, 3, 4, 5]);
		Vector.blit(v, 0, v, 2, 3);
		Sys.println(v.join(""));
		Vector.blit(v, 2, v, 0, 3);
		Sys.println(v.join(""));
		var other = Vector.fromArrayCopy([9, 9]);
		Vector.blit(other, 0, v, 4, 2);
		Sys.println(v.join(""));
		Vector.blit(other, 1, v, 0, 1);
		Sys.println(v.join(""));
		Vector.blit(other, 2, v, 0, 0);
		Sys.println(v.join(""));
	}

	static function readOnly() {
		var array = [3, 1, 2];
		var view:ReadOnlyArray<Int> = array;
		Sys.println(view.length);
		Sys.println(view[1]);
		Sys.println(view.indexOf(2));
		Sys.println(view.contains(9));
		Sys.println(view.map(n -> n + 1));
		Sys.println(view.filter(n -> n > 1));
		Sys.println(view.concat([4]));
		Sys.println(view.slice(1));
		Sys.println(view.join("+"));
		Sys.println(view.toString());
		Sys.println([for (n in view) n]);
		Sys.println([for (i => n in view) i * n]);
		var copy = view.copy();
		copy.push(0);
		Sys.println(view.length);
		array.push(8);
		Sys.println(view.lastIndexOf(8));
		Sys.println(Lambda.count(view));
	}

	static function optional() {
		var options:Array<Option<Int>> = [Some(3), None];
		for (option in options) {
			Sys.println(option);
			Sys.println(switch (option) {
				case Some(n): n + 1;
				case None: 0;
			});
		}
		var results:Array<Either<String, Int>> = [Left("bad"), Right(4)];
		for (result in results) Sys.println(switch (result) {
			case Left(text): text;
			case Right(n): "" + n;
		});
	}
}
