// static: 22: write past end: OutsideBounds
// static: 23: write before start: OutsideBounds

import haxe.io.ArrayBufferView;
import haxe.io.Bytes;
import haxe.io.Float32Array;
import haxe.io.Float64Array;
import haxe.io.Int32Array;
import haxe.io.UInt16Array;
import haxe.io.UInt32Array;
import haxe.io.UInt8Array;

class TypedArrays {
	static function attempt(name:String, action:() -> Void):Void {
		try {
			action();
			Sys.println(name + ": fine");
		} catch (e:haxe.io.Error) {
			Sys.println(name + ": " + e);
		}
	}

	static function main():Void {
		Sys.println([
			UInt8Array.BYTES_PER_ELEMENT, UInt16Array.BYTES_PER_ELEMENT, Int32Array.BYTES_PER_ELEMENT,
			UInt32Array.BYTES_PER_ELEMENT, Float32Array.BYTES_PER_ELEMENT, Float64Array.BYTES_PER_ELEMENT
		].join(","));
		var bytes = new UInt8Array(4);
		bytes[0] = 300;
		bytes[1] = -1;
		Sys.println(bytes[0] + " " + bytes[1] + " " + bytes[2] + " " + bytes.length);
		Sys.println(bytes[0] += 10);
		var words = new UInt16Array(3);
		words[2] = 70000;
		words[1] = -2;
		Sys.println(words[0] + " " + words[1] + " " + words[2] + " " + words.length);
		var ints = Int32Array.fromArray([1, -2, 0x7FFFFFFF, 4, 5]);
		Sys.println(ints.length + " " + ints[1] + " " + ints[2]);
		ints[2] += 1;
		Sys.println(ints[2]);
		var unsigned = UInt32Array.fromArray([1, -1]);
		Sys.println(Std.string(unsigned[1]));
		Sys.println(unsigned[1] > unsigned[0]);
		var singles = Float32Array.fromArray([0.5, 1.25, -3]);
		Sys.println(singles[0] + " " + singles[1] + " " + singles[2]);
		singles[0] = 16777217;
		Sys.println(singles[0]);
		var doubles = new Float64Array(2);
		doubles[1] = 0.1;
		Sys.println(doubles[0] + " " + doubles[1] + " " + doubles.length);

		var part = ints.sub(1, 3);
		Sys.println(part.length + " " + part[0] + " " + part.view.byteOffset + " " + part.view.byteLength);
		part[0] = 99;
		Sys.println(ints[1]);
		Sys.println(ints.sub(3).length);
		Sys.println(ints.subarray(1, 3).length + " " + ints.subarray(0, 5)[4]);
		Sys.println(ints.subarray().length);
		Sys.println(part.sub(1, 2)[1]);
		attempt("sub past end", () -> ints.sub(3, 3));
		attempt("sub negative", () -> ints.sub(-1, 2));
		attempt("subarray backwards", () -> ints.subarray(3, 2));
		attempt("read past end", () -> doubles[2]);
		attempt("write past end", () -> singles[3] = 1);
		attempt("write before start", () -> ints[-1] = 1);

		var raw = Bytes.ofHex("01000000ffffffff0000803f");
		Sys.println(Int32Array.fromBytes(raw).length + " " + Int32Array.fromBytes(raw)[1]);
		Sys.println(Float32Array.fromBytes(raw, 8)[0]);
		Sys.println(UInt16Array.fromBytes(raw, 2, 2)[1]);
		Sys.println(UInt8Array.fromBytes(raw, 4, 4)[3]);
		attempt("from bytes past end", () -> Int32Array.fromBytes(raw, 4, 3));
		Int32Array.fromBytes(raw)[0] = 7;
		Sys.println(raw.get(0));
		Sys.println(Float64Array.fromArray([1, 2, 3], 1, 2)[1]);
		attempt("from array past end", () -> Int32Array.fromArray([1, 2, 3], 2, 2));

		var view = new ArrayBufferView(8);
		Sys.println(view.byteLength + " " + view.byteOffset + " " + view.buffer.length);
		Sys.println(ArrayBufferView.fromBytes(raw, 4).sub(2, 4).byteOffset);
		Sys.println(Int32Array.fromData(ints.getData())[4]);
		Sys.println(ints.view.buffer.getInt32(4));

		// Interleaved vertices, as a mesh holds them.
		var vertices = new Float32Array(300);
		for (i in 0...100) {
			vertices[i * 3] = i;
			vertices[i * 3 + 1] = i * 0.5;
			vertices[i * 3 + 2] = -i;
		}
		var sum = 0.0;
		for (i in 0...vertices.length) sum += vertices[i];
		Sys.println(sum);
	}
}
