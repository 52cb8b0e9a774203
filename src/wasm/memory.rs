//! Memory: the window that both sides see, the heap behind it, and the one place that is unsafe.

use core::cell::UnsafeCell;

use super::slots::Slots;
use super::window::{BODY_SIZE, TEXT_SIZE, Window};
use crate::scheme::HEADERS_MAX;

/// Memory of the one thread there is.
struct Shared<T>(UnsafeCell<T>);

// SAFETY: the module is built without threads, so there is only one to share with.
unsafe impl<T> Sync for Shared<T> {}

// All zeros, and apart from the slots, so that it takes no bytes in the module.
static WINDOW: Shared<Window> = Shared(UnsafeCell::new(Window {
    lengths: [0; HEADERS_MAX],
    text: [0; TEXT_SIZE],
    body: [0; BODY_SIZE],
}));

static SLOTS: Shared<Slots> = Shared(UnsafeCell::new(Slots::new()));

/// Runs one call with everything it may touch.
pub(super) fn with<T>(call: impl FnOnce(&mut Window, &mut Slots) -> T) -> T {
    // SAFETY: one thread, and an export cannot be entered again before it returned, because the module
    // imports nothing that could call back. So these are the only references, and the host, which
    // writes the window between calls, does not run during one.
    unsafe { call(&mut *WINDOW.0.get(), &mut *SLOTS.0.get()) }
}

/// Address of the window, for the host's views.
pub(super) fn address() -> usize {
    WINDOW.0.get() as usize
}

/// Overwrites the stack below the caller's frame: preparing a key leaves copies of it there.
#[inline(never)]
pub(super) fn wipe_stack() {
    let mut stack = [0_u8; 16 * 1024];
    zeroize::Zeroize::zeroize(&mut stack[..]);
}

/// The heap of the module, which has no standard library to bring one.
///
/// A freed block is wiped, for it may have held the state of a key, which is as good as the key.
/// Every block has a size of 2ⁿ bytes and, once freed, waits in the list of its size. Slots come and go
/// in few sizes, so nothing fragments; memory grows with the most that was ever open at once, and
/// never with traffic.
#[cfg(target_arch = "wasm32")]
mod heap {
    use core::alloc::{GlobalAlloc, Layout};
    use core::arch::wasm32::{memory_grow, memory_size, unreachable};
    use core::cell::UnsafeCell;
    use core::ptr::null_mut;

    const PAGE: usize = 65_536;
    /// Smallest block, and the alignment of every block; no type here asks for more.
    const SMALLEST: usize = 16;

    struct Heap(UnsafeCell<State>);

    struct State {
        /// The address of the first free block of each size, or 0; a free block begins with the
        /// address of the next.
        free: [usize; usize::BITS as usize],
        /// From here to `end` memory was never handed out.
        fresh: usize,
        end: usize,
    }

    // SAFETY: the module is built without threads.
    unsafe impl Sync for Heap {}

    #[global_allocator]
    static HEAP: Heap =
        Heap(UnsafeCell::new(State { free: [0; usize::BITS as usize], fresh: 0, end: 0 }));

    /// The size of the block for a layout: a power of two.
    fn block_size(layout: Layout) -> Option<usize> {
        let size = layout.size().max(SMALLEST).checked_next_power_of_two()?;
        (layout.align() <= SMALLEST).then_some(size)
    }

    /// The list of the free blocks of a size; the remainder spares a check that could not fail.
    fn list_of(size: usize) -> usize {
        size.trailing_zeros() as usize % usize::BITS as usize
    }

    // SAFETY: a block is handed out once until it is freed, is as large and as aligned as its layout
    // asks, and its layout leads back to the same list.
    unsafe impl GlobalAlloc for Heap {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            let Some(size) = block_size(layout) else { return null_mut() };
            // SAFETY: no other reference lives: one thread, and nothing below calls back. A block in a
            // list is free memory of at least pointer size, aligned for one.
            unsafe {
                let state = &mut *self.0.get();
                let list = &mut state.free[list_of(size)];
                if *list == 0 {
                    return state.carve(size);
                }
                let block = *list;
                *list = (block as *const usize).read();
                block as *mut u8
            }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            let Some(size) = block_size(layout) else { return };
            // SAFETY: as above; the caller gives back a block of this layout, whole and aligned.
            unsafe {
                for word in 0..size / size_of::<u64>() {
                    (block as usize as *mut u64).add(word).write_volatile(0);
                }
                let state = &mut *self.0.get();
                let list = &mut state.free[list_of(size)];
                (block as usize as *mut usize).write(*list);
                *list = block as usize;
            }
        }
    }

    impl State {
        /// Cuts a block off the memory that was never handed out.
        fn carve(&mut self, size: usize) -> *mut u8 {
            if self.end == 0 {
                self.end = memory_size::<0>() * PAGE;
                self.fresh = self.end;
            }
            let Some(end) = self.fresh.checked_add(size) else { return null_mut() };
            if end > self.end && !self.grow(end - self.end) {
                return null_mut();
            }
            let block = self.fresh as *mut u8;
            self.fresh = end;
            block
        }

        /// Nobody else grows the memory, so what comes is what follows.
        fn grow(&mut self, missing: usize) -> bool {
            let grown = memory_grow::<0>(missing.div_ceil(PAGE)) != usize::MAX;
            self.end = memory_size::<0>() * PAGE;
            grown
        }
    }

    /// A panic ends the module. Nothing that traffic can reach panics; this is for what cannot happen.
    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo) -> ! {
        unreachable()
    }
}
