class Matrix {
	public final n:Int;
	final cells:Array<Float>;
	public function new(n:Int) {
		this.n = n;
		cells = [for (_ in 0...n * n) 0.0];
	}
	public inline function get(row:Int, column:Int):Float return cells[row * n + column];
	public inline function set(row:Int, column:Int, v:Float) cells[row * n + column] = v;
	public static function identity(n:Int) {
		var m = new Matrix(n);
		for (i in 0...n) m.set(i, i, 1);
		return m;
	}
	public function times(o:Matrix):Matrix {
		var result = new Matrix(n);
		for (i in 0...n) for (j in 0...n) {
			var sum = 0.0;
			for (k in 0...n) sum += get(i, k) * o.get(k, j);
			result.set(i, j, sum);
		}
		return result;
	}
	public function trace() {
		var sum = 0.0;
		for (i in 0...n) sum += get(i, i);
		return sum;
	}
	static function main() {
		var m = new Matrix(8);
		for (i in 0...8) for (j in 0...8) m.set(i, j, (i * 3 + j * 7) % 11 / 4);
		var p = identity(8);
		for (_ in 0...4) p = p.times(m);
		Sys.println(p.trace());
		Sys.println(p.get(3, 5));
	}
}
